/// The scale on the phone: growers that were taken along, a purchase in few presses, its slip and
/// what the day came to; what is kept goes through the outbox like everything else.
///
/// What was kept can be corrected until it is sent. Where it had arrived although the answer was
/// lost, the office's entry stands, and the phone is told so.
enum ScriptOfTheScale {
    static let text = """
        var timbang=cari('form[data-aksi=timbang]');
        if(timbang)(function(){
        function bagian(n){return cari('[data-aksi=timbang-'+n+']')}
        var siap=bagian('siap'),pencari=bagian('cari'),hasil=bagian('petani'),siapa=bagian('siapa'),
        ringkas=bagian('ringkas'),rakLot=bagian('lot'),bayar=bagian('bayar'),slip=bagian('slip'),
        hari=bagian('hari'),kata=cari('#cari'),rinci=cari('details',timbang);
        var bekal=null,akhir={harga:{}},kini=null,tampak=null,yakin='',otomatis='',luring=false;
        var sasaran=location.hash.slice(1),DAFTAR=(en?'/en':'')+'/timbang/daftar',RUMAH='/luring/timbang';
        rakLot=cari('.pilihan',rakLot);
        function nilaiDi(n){return cari('[name='+n+']',timbang).value.trim()}
        function tercentang(n){var r=cari('[name='+n+']:checked',timbang);return r?r.value:''}
        function ribu(n){return String(n).replace(/\\B(?=(\\d{3})+$)/g,en?',':'.')}
        function rupiah(n){return 'Rp'+ribu(n)}
        function kilo(g,polos){var s=String(g%1000+1000).slice(1).replace(/0+$/,'');
        return (polos?String(Math.floor(g/1000)):ribu(Math.floor(g/1000)))+(s?(en&&!polos?'.':',')
        +s:'')}
        function kg(g){return kilo(g)+' kg'}
        function desimal(t){t=t.replace(/\\s/g,'');
        if(/^[1-9]\\d{0,2}\\.\\d{3}$/.test(t))return {dua:t};
        var m=t.match(/^([1-9]\\d{0,2}(?:\\.\\d{3})+|\\d{1,9})(?:,(\\d{1,3}))?$/)
        ||t.match(/^(\\d{1,9})\\.(\\d{1,3})$/);
        return m?{n:Number(m[1].replace(/\\./g,''))*1000+Number(((m[2]||'')+'000').slice(0,3))}:{}}
        function uang(t){t=t.replace(/\\s/g,'').replace(/^rp\\.?/i,'').replace(/,(00|-)$/,'');
        return /^\\d{1,3}(\\.\\d{3})+$|^\\d{1,12}$/.test(t)?Number(t.replace(/\\./g,'')):NaN}
        function nilai(s){return Math.floor((s.harga*s.gram+500)/1000)}
        function tunai(s){return Math.max(0,nilai(s)-s.panjar)}
        function lotDari(k){return bekal.lot.filter(function(l){return l.kode===k})[0]}
        function hariIni(w){return new Date(w).toDateString()===new Date().toDateString()}
        function kapan(w){var t=new Date(w);return (hariIni(w)?pilih('hari ini','today')
        :tanggal(t))+', '+jam(w)}
        function tanggal(t){return dua(t.getDate())+'/'+dua(t.getMonth()+1)+'/'+t.getFullYear()}
        function milik(){return semua('kirim').then(function(s){return s.filter(function(x){
        return x.setoran&&bekal&&x.pelaku===bekal.pelaku})})}

        function gambarSiap(pesan){
        siap.textContent='';
        if(pesan)siap.appendChild(buat('p','kabar kabar-ingat',pesan)).setAttribute('role',
        'status');
        if(!bekal){
        if(!pesan)siap.appendChild(buat('p','',pilih(
        'Belum ada daftar petani di ponsel ini. Masuk sebagai juru timbang saat ada sinyal.',
        'No growers on this phone yet. Sign in as the one who weighs while there is a signal.')));
        siap.appendChild(tautan(pilih('Masuk','Sign in'),'/petugas/masuk?lalu='+RUMAH));return}
        var r=buat('details','rinci'),isi=buat('div'),n=bekal.petani.length;
        r.appendChild(buat('summary','',n+pilih(' petani di ponsel ini, ',
        ' growers on this phone, ')+kapan(bekal.pada)));
        isi.appendChild(buat('p','petunjuk',(luring?pilih('Halaman ini bisa dibuka tanpa sinyal. ',
        'This page opens without a signal. '):pilih(
        'Halaman ini belum tersimpan, jadi perlu sinyal untuk membukanya. ',
        'This page is not kept yet and needs a signal to open. '))
        +(bekal.seluruhnya>n?pilih('Paling banyak '+n+' petani yang dibawa dari '+bekal.seluruhnya
        +'. ',
        'At most '+n+' growers of '+bekal.seluruhnya+' are taken along. '):'')
        +pilih('Hanya nama dan desa. Terhapus saat keluar, atau sesudah 30 hari.',
        'Names and villages only. Deleted at sign-out, or after 30 days.')));
        isi.appendChild(tombol(pilih('Perbarui daftar','Refresh the list'),' tombol-dua',function(
        e){
        e.target.disabled=true;segarkan(true)}));
        r.appendChild(isi);siap.appendChild(r);
        if(!bekal.lot.length)siap.appendChild(buat('p','kabar kabar-ingat',pilih(
        'Belum ada lot. Mulai satu lot dulu saat ada sinyal, lalu perbarui daftar.',
        'No lot yet. Begin one while there is a signal, then refresh the list.')))}

        function segarkan(diminta){
        return tanya(DAFTAR,{headers:{Accept:'application/json'}}).then(function(a){
        var x=a[1];
        if(a[0]===200&&x&&x.kunci&&x.petani){
        var sama=bekal&&bekal.pelaku===x.pelaku,lama=bekal;
        x.id='timbang';x.pada=Date.now();
        x.tambah=(sama&&lama.tambah||[]).filter(function(p){return !x.petani.some(function(q){
        return q[0]===p[0]})});
        x.petani=x.petani.concat(x.tambah);
        return (lama&&!sama?sapu(true):Promise.resolve()).then(function(){return simpan('siapa',x)})
        .then(function(){var baru=diminta&&pilih('Daftar diperbarui.','The list is refreshed.');
        if(lama&&!sama){akhir={harga:{}};kini=null;tampak=null}
        bekal=x;minta();
        return (sama?Promise.resolve():tuju()).then(function(){gambar(baru);
        daftarkan(RUMAH).then(function(ya){luring=ya;gambarSiap(baru)})})})}
        if(x&&x.pesan&&(a[0]===401||a[0]===403))return sapu(true).then(function(){lupa(x.pesan)});
        gambarSiap(diminta?pilih('Tidak ada sinyal. Daftar yang lama tetap dipakai.',
        'No signal. The old list stays.'):'')
        }).catch(function(g){gambarSiap(takMuat(g))})}

        function lupa(pesan){bekal=null;kini=null;tampak=null;gambar(pesan)}
        function takMuat(g){return g&&g.name==='QuotaExceededError'?
        pilih('Belum tersimpan: memori ponsel penuh. Tulis dulu di kertas. Hapus foto lama, lalu tekan Simpan lagi.',
        'Not kept: the phone is full. Write it on paper first. Delete old photos, then press Save again.'):
        g&&g.name==='Sibuk'?pilih('Sedang dikirim. Tunggu sebentar, lalu lihat lagi.',
        'Being sent. Wait a moment and look again.'):penuh(g)}

        function perlihatkan(e){[pencari,timbang,slip].forEach(function(x){x.hidden=x!==e});
        d.body.classList.toggle('slip',e===slip);hari.hidden=e===timbang;siap.hidden=e!==pencari;
        if(e===pencari)scrollTo(0,0);else (e===slip?e:siapa).scrollIntoView()}
        function gambar(pesan){gambarSiap(pesan);
        if(!bekal){[pencari,timbang,slip,hari].forEach(function(x){x.hidden=true});return}
        if(!kini&&!tampak)mulai();
        else if(!pencari.hidden)gambarPetani();
        gambarHari()}

        function mulai(){tampak=null;
        kini={id:idBaru(),petani:null,lot:akhir.lot,mutu:akhir.mutu};
        yakin='';timbang.reset();isiLot();kata.value='';gambarPetani();perlihatkan(pencari)}
        function isiLot(){rakLot.textContent='';
        bekal.lot.forEach(function(l,i){var b=buat('label','pilihan-baris'),r=buat('input'),s=buat(
        'span','',l.apa);
        r.type='radio';r.name='lot';r.value=l.kode;r.id=i?'lot-'+(i+1):'lot';
        r.checked=l.kode===kini.lot||bekal.lot.length===1;
        s.appendChild(buat('span','petunjuk',l.nama+', '+l.kode));
        b.appendChild(r);b.appendChild(s);rakLot.appendChild(b)});
        tiap('[name=mutu]',function(r){r.checked=r.value===kini.mutu},timbang);
        hargaTerakhir();rinci.open=!tercentang('lot');ringkasan()}
        function hargaTerakhir(){var h=akhir.harga[tercentang('lot')],k=cari('[name=harga]',
        timbang);
        if(h||k.value===otomatis)k.value=otomatis=h?ribu(h):''}
        function ringkasan(){var l=lotDari(tercentang('lot')),m=tercentang('mutu'),
        g=desimal(nilaiDi('berat')).n,h=uang(nilaiDi('harga')),p=nilaiDi('panjar')?uang(nilaiDi(
        'panjar')):0,
        apa=l?l.apa+(m?pilih(', mutu ',', quality ')+m.toUpperCase():''):pilih('Pilih jenis kopi',
        'Choose the kind');
        ringkas.textContent=apa;bayar.textContent='';
        bayar.appendChild(buat('span','petunjuk',apa+(h>=0?', '+rupiah(h)+'/kg':'')));
        if(g&&h>=0&&p>=0)bayar.appendChild(buat('strong','',pilih('Dibayar ','Paid out ')
        +rupiah(tunai({gram:g,harga:h,panjar:p}))))}

        function cocok(t){var k=t.toLowerCase().split(/\\s+/).filter(Boolean);
        return bekal.petani.filter(function(p){var x=(p[1]+' '+p[2]).toLowerCase();
        return k.every(function(y){return x.indexOf(y)>=0})})}
        function gambarPetani(){
        var t=kata.value.trim(),ada=cocok(t);hasil.textContent='';
        ada.slice(0,t?20:8).forEach(function(p){hasil.appendChild(tombol(p[1]+', '+p[2],
        ' tombol-dua',
        function(){pakai(p)}))});
        if(ada.length>20||!t&&ada.length>8)hasil.appendChild(buat('p','petunjuk',
        pilih('Tulis sebagian nama untuk yang lain.','Write a part of the name for the others.')));
        if(t.length<3||ada.length)return;
        hasil.appendChild(buat('p','petunjuk',pilih('Nama itu tidak ada di ponsel ini.',
        'Nobody of that name on this phone.')));
        hasil.appendChild(tombol(pilih('Cari di daftar kantor','Search the office\\'s list'),
        ' tombol-dua',
        function(e){e.target.disabled=true;tambah(t)}));
        hasil.appendChild(tombol(pilih('Catat dulu dengan nama ini',
        'Note it under this name for now'),
        ' tombol-tenang',function(){pakai(['',t,''])}))}
        function tambah(t){return tanya(DAFTAR+'?cari='+encodeURIComponent(t),{headers:{
        Accept:'application/json'}})
        .then(function(a){var baru=a[0]===200&&a[1]&&a[1].petani;
        if(baru&&baru.length){baru=baru.filter(function(p){return !bekal.petani.some(function(q){
        return q[0]===p[0]})});
        bekal.petani=bekal.petani.concat(baru);bekal.tambah=(bekal.tambah||[]).concat(baru);
        simpan('siapa',bekal).catch(function(){});return gambarPetani()}
        gambarPetani();hasil.insertBefore(buat('p','kabar kabar-ingat',baru?
        pilih('Tidak ada di daftar kantor. Daftarkan petani itu dulu.',
        'Not on the office\\'s list. Register the grower first.')
        :pilih('Tidak ada sinyal. Catat dulu dengan nama ini, betulkan nanti.',
        'No signal. Note it under this name and correct it later.')),hasil.firstChild).setAttribute(
        'role','status')})}
        function pakai(p){kini.petani=p;gambarSiapa();perlihatkan(timbang);ringkasan();
        cari('[name=berat]',timbang).focus()}
        function gambarSiapa(){siapa.textContent='';
        siapa.appendChild(buat('h2','',kini.petani[1]));
        var p=siapa.appendChild(buat('p','petunjuk',kini.petani[2]?kini.petani[2]+' · ':''));
        var a=p.appendChild(buat('a','',pilih('Ganti petani','Change the grower')));a.href='#cari';
        a.addEventListener('click',function(e){e.preventDefault();kini.petani=null;gambarPetani();
        perlihatkan(pencari);kata.focus()})}

        function keluhan(n,t){var i=cari('[name='+n+']',timbang),w=i.closest('.isian');
        w.classList.add('perbaiki');var p=buat('p','keliru',t);p.id=n+'-perbaiki';(cari(
        'label.tanya',w)||cari('legend',w)).insertAdjacentElement('afterend',p);
        if(n==='lot')rinci.open=true;
        else{i.setAttribute('aria-invalid','true');i.setAttribute('aria-describedby',p.id)}
        return i}
        function bersih(){tiap('.keliru,.tanya-berat',function(e){e.remove()},timbang);
        tiap('.perbaiki',function(e){e.classList.remove('perbaiki')},timbang);
        tiap('[aria-invalid]',function(e){e.removeAttribute('aria-invalid')},timbang)}
        function bacaAngka(n,wajib,salah){var t=nilaiDi(n),x=t?desimal(t):{n:0};
        if(x.dua)salah.push([n,pilih('Tulis '+x.dua.replace('.','')+' atau '+x.dua.replace('.',','),
        'Write '+x.dua.replace('.','')+' or '+x.dua.replace('.',','))]);
        else if(x.n==null||wajib&&!x.n)salah.push([n,pilih('Tulis angka, contoh 52,5',
        'Write digits, such as 52,5')]);
        return x.n}
        function bacaUang(n,wajib,salah){var t=nilaiDi(n),x=t?uang(t):wajib?NaN:0;
        if(isNaN(x))salah.push([n,pilih('Tulis angka, contoh 12.000',
        'Write digits, such as 12.000')]);
        return x}
        function setoran(){var salah=[],s={gram:bacaAngka('berat',true,salah),air:bacaAngka('air',
        false,salah),
        harga:bacaUang('harga',true,salah),panjar:bacaUang('panjar',false,salah)},l=lotDari(
        tercentang('lot'));
        if(s.air>100000)salah.push(['air',pilih('Paling banyak 100','At most 100')]);
        if(!l&&bekal.lot.length)salah.push(['lot',pilih('Pilih satu jenis','Choose one kind')]);
        if(salah.length){salah.map(function(x){return keluhan(x[0],x[1])})[0].focus();return null}
        if(!l)return null;
        s.petani=kini.petani;s.lot=l.kode;s.apa=l.apa;s.unit=l.unit;s.mutu=tercentang('mutu');
        return s}

        function biasa(l){return milik().then(function(s){
        var g=s.filter(function(x){return x.setoran.lot===l.kode&&x.id!==kini.id}).map(function(x){
        return x.setoran.gram});
        if(!l.biasa.length&&g.length<5)return null;
        g=g.concat(l.biasa);return [Math.min.apply(0,g),Math.max.apply(0,g)]})}
        function aneh(g,b){
        var pon=Math.round(g/2.20462);
        if(!b)return g<500||g>1e6?pilih('Anda menulis ','You wrote ')+kg(g)+'.':'';
        var ponan=g>1.2*b[1]&&pon>=b[0]&&pon<=b[1];
        return ponan||g<b[0]/2||g>2*b[1]?pilih('Biasanya '+kg(b[0])+' sampai '+kg(b[1])
        +'. Anda menulis '+kg(g)+'.',
        'Usually '+kg(b[0])+' to '+kg(b[1])+'. You wrote '+kg(g)+'.')
        +(ponan?pilih(' Kalau timbangannya memakai pon (lb), beratnya '+kg(pon)+'.',
        ' If the scale shows pounds (lb), it is '+kg(pon)+'.'):''):''}
        function tanyaBerat(t){var k=buat('div','kabar kabar-ingat tanya-berat');
        k.setAttribute('role','alert');
        k.appendChild(buat('p','',t+pilih(
        ' Periksa layar timbangan. Kalau sudah benar, tekan Simpan sekali lagi.',
        ' Look at the scale again. If it is right, press Save once more.')));
        timbang.insertBefore(k,bayar);k.scrollIntoView({block:'center'})}

        timbang.addEventListener('submit',function(e){e.preventDefault();bersih();
        var s=setoran();if(!s||kini.sibuk)return;
        var aku=kini;aku.sibuk=true;
        biasa(lotDari(s.lot)).then(function(b){
        var t=aneh(s.gram,b),jelas=s.lot+' '+s.gram;
        if(t&&yakin!==jelas){yakin=jelas;return tanyaBerat(t)}
        return taruh(aku,s)}).catch(function(g){
        var k=buat('p','kabar kabar-bahaya tanya-berat',takMuat(g));k.setAttribute('role','alert');
        timbang.insertBefore(k,bayar);k.scrollIntoView({block:'center'})
        }).then(function(){aku.sibuk=false})});
        function taruh(aku,s){
        var isi={pelaku:[bekal.pelaku],petani:[s.petani[0]],lot:[s.lot],berat:[kilo(s.gram,true)],
        air:[s.air?kilo(s.air,true):''],mutu:[s.mutu],harga:[String(s.harga)],panjar:[String(
        s.panjar)]};
        var x={id:aku.id,macam:'timbang',kunci:bekal.kunci,pelaku:bekal.pelaku,nama:s.petani[1]+', '
        +kg(s.gram),
        isi:isi,berkas:{},setoran:s,waktu:aku.waktu||Date.now(),keadaan:'menunggu',coba:0};
        x.ukuran=JSON.stringify(isi).length;
        akhir.id='timbang-akhir';akhir.pelaku=bekal.pelaku;akhir.lot=s.lot;akhir.mutu=s.mutu;
        akhir.harga[s.lot]=s.harga;
        function tulis(){var lewat=false,salah;return olah(['kirim','siapa'],'readwrite',function(
        t){
        var k=t.objectStore('kirim'),r=k.get(x.id);
        r.onsuccess=function(){if(r.result&&!bisaBetul(r.result)){lewat=true;return}
        try{k.put(x);t.objectStore('siapa').put(akhir)}catch(g){salah=g;t.abort()}}}).then(function(
        ){
        if(lewat)throw {name:'Sibuk'}},function(g){throw salah||g})}
        var l=navigator.locks;
        return (aku.waktu&&l?l.request('kirim',{ifAvailable:true},function(k){
        if(!k)throw {name:'Sibuk'};return tulis()}):tulis()).then(function(){
        minta();kini=null;lihat(x,true);umumkan();dorong().catch(function(){})})}

        function baris(dl,a,b){var r=buat('div');r.appendChild(buat('dt','',a));r.appendChild(buat(
        'dd','',b));
        dl.appendChild(r)}
        function lihat(x,baru){
        var s=x.setoran,k=buat('div','struk-58 satu'),dl=buat('dl','fakta');
        tampak=x.id;slip.textContent='';
        var h=buat('h2','',baru?pilih('Tersimpan di ponsel ini','Kept on this phone')
        :pilih('Slip timbangan','Weighing slip'));
        h.tabIndex=-1;slip.appendChild(h);
        k.appendChild(buat('p','',s.unit));
        k.appendChild(buat('p')).appendChild(buat('strong'));
        k.appendChild(buat('p','nomor',rupiah(tunai(s))));
        baris(dl,pilih('Petani','Grower'),s.petani[1]);
        baris(dl,pilih('Jenis','Kind'),s.apa);
        baris(dl,pilih('Berat','Weight'),kg(s.gram));
        if(s.air)baris(dl,pilih('Kadar air','Moisture'),kilo(s.air)+' %');
        if(s.mutu)baris(dl,pilih('Mutu','Quality'),s.mutu.toUpperCase());
        baris(dl,pilih('Harga','Price'),rupiah(s.harga)+'/kg');
        baris(dl,pilih('Nilai','Worth'),rupiah(nilai(s)));
        if(s.panjar)baris(dl,pilih('Panjar','Advance'),rupiah(s.panjar));
        baris(dl,pilih('Dibayar','Paid out'),rupiah(tunai(s)));
        baris(dl,'Lot',s.lot);
        baris(dl,pilih('Jam ponsel','Phone\\'s clock'),tanggal(new Date(x.waktu))+' '+jam(x.waktu));
        k.appendChild(dl);
        slip.appendChild(buat('p','kabar kabar-ingat',x.pesan)).hidden=!x.pesan;
        var b=buat('div','tombol-tumpuk');
        b.appendChild(tombol(pilih('Petani berikutnya','Next grower'),'',function(){mulai();
        kata.focus()}));
        b.appendChild(tombol(pilih('Cetak slip','Print the slip'),' tombol-dua',function(){print(
        )}));
        if(bisaBetul(x))b.appendChild(tombol(pilih('Betulkan','Correct it'),' tombol-dua',function(
        ){
        ambil('kirim',x.id).then(function(y){if(y&&bisaBetul(y))betulkan(y);else if(y)tandai(
        y)})})).className+=' betulkan';
        slip.appendChild(b);slip.appendChild(k);tandai(x);
        perlihatkan(slip);gambarHari();if(baru)h.focus({preventScroll:true})}
        function tandai(x){var t=cari('strong',slip),p=cari('.kabar',slip),b=cari('.betulkan',slip);
        t.textContent=x.keadaan==='terkirim'?keadaan(x):pilih('BELUM TERKIRIM','NOT SENT YET');
        t.className='tanda tanda-'+(x.keadaan==='terkirim'?'beres':'ingat');
        p.textContent=x.pesan||'';p.hidden=!x.pesan;if(b)b.hidden=!bisaBetul(x);
        if(x.alamat&&x.keadaan==='perbaiki'){var a=buat('a','',pilih(' Lihat yang tercatat',
        ' See what is recorded'));
        a.href=x.alamat;p.appendChild(a)}}
        function betulkan(x){var s=x.setoran;tampak=null;
        kini={id:x.id,waktu:x.waktu,petani:s.petani,lot:s.lot,mutu:s.mutu};yakin='';
        timbang.reset();bersih();isiLot();
        [['berat',kilo(s.gram,true)],['air',s.air?kilo(s.air,true):''],['harga',ribu(s.harga)],
        ['panjar',s.panjar?ribu(s.panjar):'']].forEach(function(y){cari('[name='+y[0]+']',
        timbang).value=y[1]});
        gambarSiapa();perlihatkan(timbang);ringkasan();
        if(x.keadaan==='perbaiki')rinci.open=true;
        if(x.pesan){var p=buat('p','kabar kabar-ingat tanya-berat',x.pesan);timbang.insertBefore(p,
        timbang.firstChild)}
        if(!s.petani[0]){kini.petani=null;kata.value=s.petani[1];gambarPetani();perlihatkan(
        pencari)}}

        function jumlah(s){return s.reduce(function(a,x){return {n:a.n+1,gram:a.gram+x.setoran.gram,
        uang:a.uang+tunai(x.setoran)}},{n:0,gram:0,uang:0})}
        function gambarHari(){return milik().then(function(s){
        s=s.filter(function(x){return hariIni(x.waktu)||x.keadaan!=='terkirim'})
        .sort(function(a,b){return b.waktu-a.waktu});
        hari.textContent='';if(!s.length)return;
        var belum=s.filter(function(x){return x.keadaan!=='terkirim'}),sudah=s.filter(function(x){
        return x.keadaan==='terkirim'}),dl=buat('dl','fakta'),semuanya=jumlah(s);
        function isi(a,b){var j=jumlah(b);baris(dl,a,j.n+pilih(' kali, ',' times, ')+kg(j.gram)+', '
        +rupiah(j.uang))}
        hari.appendChild(buat('h2','',pilih('Hari ini di ponsel ini','Today on this phone')));
        isi(pilih('Terkirim','Sent'),sudah);isi(pilih('Belum terkirim','Not sent yet'),belum);
        baris(dl,pilih('Uang keluar','Cash out'),rupiah(semuanya.uang));
        hari.appendChild(dl);
        if(belum.length){var b=buat('div','tombol-baris');
        b.appendChild(tombol(pilih('Coba kirim sekarang','Try to send now'),' tombol-dua',function(
        ){
        dorong(true).then(gambarHari,gambarHari)}));hari.appendChild(b)}
        var r=buat('details','rinci'),ul=buat('div','tombol-tumpuk');
        r.open=belum.some(function(x){return x.keadaan==='perbaiki'});
        r.appendChild(buat('summary','',pilih('Satu per satu','One by one')));
        s.forEach(function(x){ul.appendChild(tombol(jam(x.waktu)+' '+x.nama+', '+rupiah(tunai(
        x.setoran))
        +(x.keadaan==='terkirim'?'':', '+keadaan(x).toLowerCase()),' tombol-tenang',function(){
        lihat(x)}))});
        r.appendChild(ul);hari.appendChild(r)})}
        function berubah(){ambil('siapa','timbang').then(function(x){
        if(!x&&bekal)return lupa();
        gambarHari();if(tampak)return ambil('kirim',tampak).then(function(y){
        if(y&&tampak===y.id)tandai(y)})})}

        kata.addEventListener('input',gambarPetani);
        timbang.addEventListener('input',ringkasan);
        timbang.addEventListener('change',function(e){if(e.target.name==='lot'&&!kini.waktu){
        hargaTerakhir();ringkasan()}});
        dengar.push(berubah);
        addEventListener('online',function(){dorong().catch(function(){})});
        sapu().then(function(){return Promise.all([ambil('siapa','timbang'),ambil('siapa',
        'timbang-akhir')])})
        .then(function(a){bekal=a[0]||null;
        akhir=bekal&&a[1]&&a[1].pelaku===bekal.pelaku?a[1]:{harga:{}};
        return tuju()}).then(function(){
        if(bekal&&self.caches)caches.match(RUMAH).then(function(a){luring=!!a;if(bekal)gambarSiap()});
        gambar(bekal?'':pilih('Mengambil daftar petani','Fetching the growers'));
        return segarkan()})
        .then(function(){dorong().catch(function(){})}).catch(function(g){gambarSiap(takMuat(g))});
        function tuju(){
        return (sasaran&&bekal?ambil('kirim',sasaran):Promise.resolve()).then(function(x){
        if(!x||!x.setoran||x.pelaku!==bekal.pelaku||kini||tampak)return;
        sasaran='';if(bisaBetul(x))betulkan(x);else lihat(x)})}
        })();

        """
}
