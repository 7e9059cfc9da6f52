/// What pages do with what is kept on the phone: answers that were typed, the outbox, the page
/// without a signal.
enum ScriptOfOfflinePages {
    static let text = """
        var d=document,en=d.documentElement.lang==='en';
        function pilih(a,b){return en?b:a}
        function cari(s,x){return (x||d).querySelector(s)}
        function tiap(s,f,x){Array.prototype.forEach.call((x||d).querySelectorAll(s),f)}
        function buat(n,k,t){var e=d.createElement(n);if(k)e.className=k;
        if(t!=null)e.textContent=t;return e}
        function tautan(t,a){var e=buat('a','tombol tombol-dua',t);e.href=a;return e}
        function tombol(t,k,f){var b=buat('button','tombol'+k,t);b.type='button';
        b.addEventListener('click',f);return b}
        function dua(n){return (n<10?'0':'')+n}
        function jam(w){var t=new Date(w);return dua(t.getHours())+'.'+dua(t.getMinutes())}
        function sampai(w){var t=pilih(' sampai ',' until ');
        return t+(bersama?pilih('terkirim','it is sent'):hariBesok(w))}
        function hariBesok(w){return new Date(w+30*HARI).toLocaleDateString(en?'en-GB':'id',{
        day:'numeric',month:'long'})}
        function tersimpan(w){return pilih('Tersimpan di ponsel ini','Kept on this phone')
        +sampai(w)+pilih('. Terakhir: ','. Last: ')+jam(w)}
        function umur(w){var m=Math.round((Date.now()-w)/MENIT),j=Math.round(m/60);
        if(m<0||m>5e5)return pilih('menurut jam ponsel','by the clock of the phone');
        if(m<2)return pilih('baru saja','just now');
        if(m<60)return pilih(m+' menit lalu',m+' minutes ago');
        if(j<48)return pilih(j+' jam lalu',j+' hours ago');
        return pilih(Math.round(j/24)+' hari lalu',Math.round(j/24)+' days ago')}
        function besar(n){return n<1e6?Math.ceil(n/1000)+' KB':
        (n/1e6).toFixed(1).replace('.',en?'.':',')+' MB'}
        function penuh(g){return g&&g.name==='QuotaExceededError'?
        pilih('Memori ponsel penuh. Hapus beberapa foto, atau kirim tanpa foto dulu',
        'The phone is full. Delete some photos, or send without photos first'):
        pilih('Belum tersimpan. Jangan tutup halaman ini, lalu coba lagi',
        'Not saved yet. Keep this page open and try again')}
        function minta(){var s=navigator.storage;if(s&&s.persist)s.persist()}
        function dorong(paksa){var w=navigator.serviceWorker;
        if(w&&w.controller)w.ready.then(function(r){return r.sync&&r.sync.register('kirim')})
        .catch(function(){});
        return kirimSemua(paksa)}
        function keadaan(x){return {menunggu:pilih('Menunggu sinyal','Waiting for a signal'),
        dikirim:pilih('Sedang dikirim','Being sent'),masuk:pilih('Perlu masuk lagi',
        'Sign in again'),
        perbaiki:pilih('Perlu diperbaiki','Needs fixing'),
        terkirim:pilih('Terkirim ','Sent ')+jam(x.pada)+(x.setoran?pilih(', masuk lot ',', in lot ')
        :pilih(', nomor ',', number '))+x.nomor}[x.keadaan]}
        function bisaBetul(x){return /perbaiki|masuk|menunggu/.test(x.keadaan)&&!x.alamat}
        function idBaru(){return Array.from(crypto.getRandomValues(new Uint8Array(16)),function(b){
        return (b<16?'0':'')+b.toString(16)}).join('')}
        function daftarkan(halaman){var w=navigator.serviceWorker,h=navigator.connection;
        if(!w||h&&h.saveData)return Promise.resolve(false);
        return w.register('/sw.js').then(function(){return w.ready}).then(function(){
        return caches.open('borang').then(function(c){return c.match(halaman).then(function(a){
        return !!a||titip(halaman,fetch(halaman))})})}).catch(function(){return false})}
        var warna={terkirim:'beres',perbaiki:'bahaya',masuk:'ingat'};
        function barang(x,gambar){
        var k=buat('li','kabar kabar-'+(warna[x.keadaan]||'info')),b=buat('div','tombol-baris');
        k.appendChild(buat('h2','',sebut(x)));
        k.appendChild(buat('p','',keadaan(x))).setAttribute('data-keadaan',x.keadaan);
        if(x.pesan)k.appendChild(buat('p','',x.pesan));
        k.appendChild(buat('p','petunjuk',pilih('Disimpan ','Saved ')+jam(x.waktu)+', '+umur(
        x.waktu)
        +(x.ukuran?', '+besar(x.ukuran):'')
        +(x.keadaan==='terkirim'?pilih('. Terhapus sendiri ','. Deleted by itself ')+hariBesok(
        x.pada):'')));
        if(x.keadaan==='masuk')b.appendChild(tautan(pilih('Masuk','Sign in'),
        '/petugas/masuk?lalu=/saya/kotak-keluar'));
        if(x.keadaan==='perbaiki'&&x.alamat)b.appendChild(tautan(pilih('Perbaiki','Fix it'),
        x.alamat));
        if(x.setoran){if(bisaBetul(x))b.appendChild(tautan(pilih('Betulkan','Correct it'),
        '/luring/timbang#'+x.id))}
        else if(x.isi&&(!bersama||x.keadaan==='perbaiki'))b.appendChild(tombol(pilih('Buka lagi di ponsel','Open again on the phone'),
        ' tombol-dua',function(){kembalikan(x)}));
        if(x.keadaan==='terkirim'&&x.alamat)b.appendChild(tautan(pilih('Lihat','View'),x.alamat));
        else if(x.keadaan==='terkirim'){var f=buat('form');f.method='post';f.action='/kirim/'+x.id;
        var i=buat('input');i.type='hidden';i.name='kunci';i.value=x.kunci;f.appendChild(i);
        f.appendChild(buat('button','tombol tombol-dua',pilih('Lihat tanda terima',
        'View receipt')));
        b.appendChild(f)}
        var yakin=x.keadaan==='terkirim';
        b.appendChild(tombol(pilih('Hapus dari ponsel ini','Delete from this phone'),
        ' tombol-tenang',
        function(e){if(!yakin){yakin=true;e.target.className='tombol tombol-bahaya';
        e.target.textContent=x.tersimpan?
        pilih('Tekan lagi: daftar ini dihapus, draf di kantor tetap ada',
        'Press again to delete it here')
        :pilih('Tekan lagi: isinya belum terkirim dan akan hilang',
        'Press again: it was not sent and will be lost');
        return}
        hapus('kirim',x.id).then(gambar)}));
        k.appendChild(b);return k}
        function sebut(x){return bersama?x.judul||x.setoran&&x.setoran.apa||pilih('Permohonan',
        'Request'):x.nama||x.judul||pilih('Permohonan','Request')}
        function papanNomor(x){var k=buat('li','kabar kabar-beres');
        k.appendChild(buat('h2','',x.judul||pilih('Permohonan','Request')));
        k.appendChild(buat('p','',pilih('Terkirim ','Sent ')+jam(x.pada)+pilih('. Nomor Anda:',
        '. Your number:'))).setAttribute('data-keadaan','terkirim');
        k.appendChild(buat('p','nomor',x.nomor));
        if(x.pesan)k.appendChild(buat('p','',x.pesan));
        k.appendChild(buat('p','petunjuk',pilih(
        'Catat nomor ini sekarang. Nomor tidak disimpan di ponsel ini.',
        'Write this number down now. It is not kept on this phone.')));
        return k}
        function pos(alamat,isi){var h={Accept:'application/json'};
        return tanya('/luring/kunci',{headers:h}).then(function(a){
        if(!a[1]||!a[1].kunci)return false;
        isi.kunci=a[1].kunci;
        return tanya(alamat,{method:'POST',headers:h,body:new URLSearchParams(isi)}).then(function(
        a){return a[0]===200})})}
        function kunciBaru(){return tanya('/luring/kunci',{headers:{Accept:'application/json'}})
        .then(function(a){if(a[1]&&a[1].kunci){a[1].id='saya';return simpan('siapa',a[1]).then(
        function(){return a[1]})}
        return ambil('siapa','saya')})}
        function aturBersama(ya,baru){bersama=ya;
        return simpan('siapa',{id:'bersama',ya:ya,baru:baru}).then(function(){return sapu()})
        .then(beritahu)}
        function beritahu(){ambil('siapa','bersama').then(function(x){
        return x&&x.baru&&pos('/bersama',{pakai:x.ya?'ya':'tidak'}).then(function(sampai){
        return sampai&&ambil('siapa','bersama').then(function(y){if(y.ya===x.ya){y.baru=false;
        return simpan('siapa',y)}})})}).catch(function(){})}
        function saklar(sesudah){var w=buat('div','pilihan'),l=buat('label','pilihan-baris'),
        i=buat('input'),s=buat('span','',pilih('Ponsel ini dipakai bersama',
        'This phone is shared'));
        i.type='checkbox';i.checked=bersama;
        i.addEventListener('change',function(){aturBersama(i.checked,true).then(sesudah)});
        s.appendChild(buat('span','petunjuk',pilih(
        'Sesudah terkirim, nama, jawaban dan foto tidak tertinggal di ponsel ini.',
        'Once sent, no names, answers or photos stay on this phone.')));
        l.appendChild(i);l.appendChild(s);w.appendChild(l);return w}
        function bersihkan(){
        return olah(['draf','langkah','kirim'],'readwrite',function(t){
        t.objectStore('langkah').clear();
        lewati(t,'draf',function(x){return !x.pelaku});
        lewati(t,'kirim',function(x){return x.keadaan==='terkirim'&&!macam(x).sapu})})
        .then(berapa).then(function(n){return pos('/lupakan',n?{tunggu:'ya'}:{})})
        .then(function(sampai){return sampai&&kunciBaru()}).catch(function(){})
        .then(function(){location.replace(en?'/en':'/')})}
        function tombolBersih(){return tombol(pilih('Selesai, bersihkan ponsel ini',
        'Done, clean this phone'),'',function(e){e.target.disabled=true;bersihkan()})}
        if(kabar)kabar.addEventListener('message',function(e){dengar.forEach(function(f){f(e.data)
        })});
        var kataBersama=cari('[data-aksi=bersama]'),awalan=sapu().then(function(){
        return ambil('siapa','bersama')}).then(function(x){
        var kata=kataBersama&&kataBersama.getAttribute('data-isi');
        if(kata&&!(x&&x.baru)&&(kata==='ya')!==bersama)return aturBersama(kata==='ya',false);
        beritahu()}).catch(function(){}).then(function(){
        if(!bersama)return;
        tiap('[autocomplete]',function(i){i.autocomplete='off'});
        if(/\\/selesai$/.test(location.pathname))return olah(['langkah'],'readwrite',function(t){
        t.objectStore('langkah').clear()})}).catch(function(){});
        tiap('form[action$="/lupakan"]',function(f){f.addEventListener('submit',function(e){
        e.preventDefault();cari('button',f).disabled=true;bersihkan()})});
        function kembalikan(x){olah(['draf','kirim'],'readwrite',function(t){
        t.objectStore('draf').put({id:x.id,layanan:x.layanan,pelaku:x.pelaku,isi:x.isi,
        berkas:x.berkas,
        nama:x.nama,judul:x.judul,mulai:x.waktu,ubah:Date.now()});
        return t.objectStore('kirim').delete(x.id)}).then(function(){
        location.href='/luring/isi/'+x.layanan+'#'+x.id})}

        var kotak=cari('[data-aksi=kotak-keluar]');
        if(kotak){
        var baru=new URLSearchParams(location.search).get('baru'),kata=buat('p');
        kata.setAttribute('role','status');
        var daftar=buat('ul','kotak-keluar'),coba=tombol(pilih('Coba kirim sekarang',
        'Try to send now'),
        '',function(){kata.textContent=pilih('Sedang dikirim','Being sent');
        dorong(true).then(gambarKotak,gambarKotak)});
        kotak.textContent='';
        var bawah=buat('div','tombol-tumpuk'),bersih=tombolBersih(),diingat=[];
        [kata,coba,daftar,bawah].forEach(function(x){kotak.appendChild(x)});
        var gambarKotak=function(){return semua('kirim').then(function(s){
        var n=s.filter(function(x){return x.keadaan!=='terkirim'}).length,semula=s.length;
        s=s.filter(function(x){return !(x.setoran&&x.keadaan==='terkirim')});
        s.sort(function(a,b){return (a.keadaan==='terkirim')-(b.keadaan==='terkirim')
        ||b.waktu-a.waktu});
        var tunggu=s.some(function(x){return x.id===baru&&x.keadaan!=='terkirim'});
        cari('h1').textContent=tunggu?pilih('Tersimpan, menunggu sinyal',
        'Saved, waiting for a signal')
        :pilih('Kotak keluar','Outbox');
        kata.textContent=n?pilih(n+' belum terkirim. Nomor diberikan setelah terkirim.',
        n+' not sent yet. The number comes once it is sent.')+(bersama?pilih(
        ' Nomor hanya tampil sekali, di halaman ini.',' It is shown once, on this page.'):'')
        :pilih('Tidak ada yang menunggu di ponsel ini.','Nothing waits on this phone.');
        coba.hidden=!n;daftar.textContent='';
        diingat.forEach(function(x){daftar.appendChild(papanNomor(x))});
        s.forEach(function(x){daftar.appendChild(barang(x,gambarKotak))});
        if(semula>s.length)daftar.appendChild(buat('li')).appendChild(tautan(
        pilih('Timbangan terkirim: ','Weighings sent: ')+(semula-s.length),'/luring/timbang'));
        bersih.hidden=!bersama;bersih.className='tombol'+(n?' tombol-dua':'');
        })};
        awalan.then(function(){
        bawah.appendChild(bersih);bawah.appendChild(saklar(gambarKotak));
        dengar.push(function(x){if(x.nomor&&!diingat.some(function(y){return y.id===x.id}))
        diingat.push(x);gambarKotak()});
        gambarKotak();
        addEventListener('online',function(){dorong()});
        dorong()});
        }

        var sinyal=cari('[data-aksi=luring]');
        if(sinyal){
        if(/sebab=penuh/.test(location.search))sinyal.appendChild(buat('p','kabar kabar-bahaya',
        penuh({name:'QuotaExceededError'})));
        awalan.then(berapa).then(function(n){if(n)sinyal.appendChild(tautan(
        pilih('Menunggu sinyal: ','Waiting for a signal: ')+n,'/saya/kotak-keluar'))});
        awalan.then(function(){return semua('draf')}).then(function(s){s.forEach(function(x){
        sinyal.appendChild(tautan(pilih('Lanjutkan: ','Go on: ')+sebut(x)+','+sampai(x.ubah),
        '/luring/isi/'+x.layanan+'#'+x.id))})});
        if(self.caches)caches.open('borang').then(function(c){return c.keys()}).then(function(k){
        k.forEach(function(r){caches.match(r).then(function(a){return a.text()}).then(function(t){
        var m=t.match(/<h1[^>]*>([^<]*)/);
        sinyal.appendChild(tautan(m?m[1]:r.url,new URL(r.url).pathname))})})});
        }

        function nilaiBorang(f,semula){var isi={};
        tiap('input,textarea,select',function(i){
        if(!i.name||i.type==='file'||i.type==='hidden'||i.type==='submit')return;
        if(/radio|checkbox/.test(i.type)&&!(semula?i.defaultChecked:i.checked))return;
        (isi[i.name]=isi[i.name]||[]).push(semula&&i.defaultValue!=null?i.defaultValue:i.value)},f);
        return isi}
        function isiBorang(f,isi){tiap('input,textarea,select',function(i){
        if(!i.name||/file|hidden|submit/.test(i.type))return;
        var v=isi[i.name];
        if(/radio|checkbox/.test(i.type))i.checked=!!v&&v.indexOf(i.value)>=0;
        else i.value=v?v[0]:''},f)}
        var m=location.pathname.match(/^((?:\\/en)?\\/isi\\/[0-9a-f]{32}\\/)(.+)/);
        var langkah=m&&m[2]!=='periksa'&&cari('main form[method=post]');
        if(m)awalan.then(function(){return semua('langkah')}).then(function(s){s.forEach(function(
        x){
        var ini=x.id.indexOf(m[1])===0;
        if(ini?x.dikirim&&x.id!==location.pathname:bersama)hapus('langkah',x.id)})})
        .catch(function(){});
        if(langkah){
        var awal=JSON.stringify(nilaiBorang(langkah,true)),tunda,tanda=cari(
        '[data-aksi=tersimpan]');
        var catat=function(kirim){clearTimeout(tunda);
        return simpan('langkah',{id:location.pathname,awal:awal,isi:nilaiBorang(langkah),
        ubah:Date.now(),dikirim:!!kirim}).then(function(){minta();
        if(tanda)tanda.textContent=tersimpan(Date.now())},
        function(g){if(tanda)tanda.textContent=penuh(g);throw g})};
        awalan.then(function(){return ambil('langkah',location.pathname)}).then(function(x){
        if(!x)return;
        if(x.dikirim||JSON.stringify(x.isi)===awal)return hapus('langkah',x.id);
        function pakai(){isiBorang(langkah,x.isi);langkah.dispatchEvent(new Event('buka'));
        if(tanda)tanda.textContent=pilih('Isian dari ponsel ini dipulihkan, ',
        'Brought back from this phone, ')
        +jam(x.ubah)}
        if(x.awal===awal)return pakai();
        var b=tombol(pilih('Ada versi lain dari '+jam(x.ubah)+'. Pakai yang itu',
        'There is another version of '+jam(x.ubah)+'. Use it'),' tombol-dua',function(){
        pakai();b.remove()});
        langkah.insertAdjacentElement('beforebegin',b);
        }).catch(function(){});
        langkah.addEventListener('input',function(){clearTimeout(tunda);
        tunda=setTimeout(function(){catat().catch(function(){})},600)});
        langkah.addEventListener('submit',function(){catat(true).catch(function(){})});
        if(JSON.stringify(nilaiBorang(langkah))!==awal)catat().catch(function(){});
        self.luring={segera:function(){return catat()}};
        jagaKamera(langkah,function(){return catat()});
        }
        function jagaKamera(f,catat){f.addEventListener('click',function(e){
        var i=e.target;
        if(i.type!=='file'||i.siap){i.siap=false;return}
        e.preventDefault();
        function buka(){i.siap=true;i.click()}
        catat().then(buka,buka)})}

        """
}
