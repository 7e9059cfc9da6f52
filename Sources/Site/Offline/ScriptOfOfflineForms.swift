/// A whole form on one page that needs no signal: what is asked follows from the answers, each
/// one is kept at once, photos are made small, and what is ready goes to the outbox.
enum ScriptOfOfflineForms {
    static let text = """
        var borang=cari('form[data-aksi=borang-luring]');
        if(borang)(function(){
        var tentang=JSON.parse(borang.getAttribute('data-isi')),atas=cari('[data-aksi=luring-daftar]');
        var saya=null,kini=null,antre=Promise.resolve(),tunda2,kataSimpan=cari('[data-aksi=tersimpan]');
        var kosong=borang.innerHTML,desa=[];
        var sumber=cari('[data-aksi=desa]');
        if(sumber)desa=sumber.textContent.split('|').filter(Boolean).map(function(b){
        var p=b.trim().split('=');return {kode:p[0],nama:p[1]}});
        var sekali=null;
        function nilaiDi(nama){var h=cari('[name="'+CSS.escape(nama)+'"]',borang);
        if(!h||h.closest('[hidden]'))return [];
        return (sekali||nilaiBorang(borang))[nama]||[]}
        function angka(t){t=t.replace(/[^0-9,.-]/g,'');
        if(t.indexOf(',')>=0)t=t.replace(/\\./g,'').replace(',','.');
        return t?Number(t):NaN}
        function menyusul(nama){var h=cari('[name="'+CSS.escape(nama)+'"]',borang);
        var w=h&&!h.closest('[hidden]')&&h.closest('[data-aksi=tanya]');
        return !!w&&JSON.parse(w.getAttribute('data-isi')).w}
        function benar(b){
        if(b[0]==='&')return benar(b[1])&&benar(b[2]);
        if(b[0]==='|')return benar(b[1])||benar(b[2]);
        var v=(nilaiDi(b[1])[0]||'').trim(),x=b[2],ada=v!=='';
        if(typeof x==='boolean')v=v==='ya';else if(typeof x==='number'){v=angka(v);ada=ada&&v===v}
        if(b[0]==='=')return ada&&v===x;
        if(b[0]==='!=')return ada?v!==x:!menyusul(b[1]);
        if(!ada)return false;
        return b[0]==='<'?v<x:b[0]==='<='?v<=x:b[0]==='>'?v>x:v>=x}
        function tampilkan(){sekali=nilaiBorang(borang);var tanpa=nilaiDi('bantu.tanpa-hp')[0]==='ya';
        tiap('[data-aksi=tanya]',function(w){var t=JSON.parse(w.getAttribute('data-isi'));
        w.hidden=(!!t.bila&&!benar(t.bila))||(!!t.hp&&tanpa)||(!!t.bantu&&!(saya&&saya.penolong))},borang);
        tiap('[data-aksi=bagian]',function(b){b.hidden=!cari('[data-aksi=tanya]:not([hidden])',b)},borang);sekali=null}
        function namaOrang(isi){
        function satu(n){return (isi[n]&&isi[n][0]||'').trim()}
        var n=(satu('bantu.nama')||satu('nama')).split(/\\s+/),s=satu('bantu.sapaan');
        var p=n.length>1?n[0]+' '+n[n.length-1][0]+'.':n[0];
        return p?(s&&s!=='tanpa'?s+' ':'')+p:pilih('Belum bernama','No name yet')}
        function catat2(){clearTimeout(tunda2);
        if(!kini)return Promise.resolve();
        kini.isi=nilaiBorang(borang);
        tiap('input[name$="-banyak"]',function(i){kini.isi[i.name]=[i.value]},borang);
        kini.nama=namaOrang(kini.isi);kini.ubah=Date.now();
        var x=Object.assign({},kini);
        return antre=antre.catch(function(){}).then(function(){return simpan('draf',x)}).then(function(){
        minta();kataSimpan.textContent=tersimpan(Date.now())},
        function(g){kataSimpan.textContent=penuh(g);kataSimpan.className='kabar kabar-bahaya';throw g})}
        function diam(){}
        self.luring={segera:catat2};
        function barisDesa(i,w){
        var n=i.name.slice(0,-5),lama=cari('.desa',w);if(lama)lama.remove();
        var k=i.value.toLowerCase().trim(),kotak=buat('div','pilihan desa');
        if(k.length<2)return;
        var ada=desa.filter(function(x){return x.nama.toLowerCase().indexOf(k)>=0}).slice(0,8);
        ada.forEach(function(x){var l=buat('label'),r=buat('input');r.type='radio';r.name=n;
        r.value=x.kode;r.checked=ada.length===1;l.appendChild(r);l.appendChild(buat('span','',x.nama));
        kotak.appendChild(l)});
        if(!ada.length)kotak.appendChild(buat('p','petunjuk',
        pilih('Desa itu tidak ada di daftar ponsel ini. Tulis namanya; petugas memilihkan nanti.',
        'Not on the list of this phone. Write its name; it is chosen later.')));
        i.closest('.cari').insertAdjacentElement('beforebegin',kotak)}
        function foto(i){
        var f=i.files[0],w=i.closest('.isian'),n=i.name;
        if(!f||!kini)return;
        var kata=cari('.foto',w)||w.appendChild(buat('p','petunjuk foto'));kata.setAttribute('role','status');
        kata.textContent=pilih('Foto sedang dikecilkan','The photo is being made smaller');
        var milik=kini;
        i.sibuk=kecil(f).then(function(b){
        if(kini!==milik)return susulkan(milik.id,n,b).catch(diam);
        milik.berkas[n]=b;
        return catat2().then(function(){i.value='';if(kini===milik)tandai(n)},
        function(){delete milik.berkas[n];kata.textContent=penuh({name:'QuotaExceededError'})})},
        function(){kata.textContent=pilih('Foto tidak bisa dibuka. Coba foto lagi',
        'The photo cannot be opened. Take it again')})}
        function susulkan(id,n,b){return olah(['draf'],'readwrite',function(t){
        var k=t.objectStore('draf'),r=k.get(id);
        r.onsuccess=function(){if(r.result){r.result.berkas[n]=b;k.put(r.result)}}})}
        function kecil(f){
        if(f.type==='application/pdf')return Promise.resolve(f);
        return createImageBitmap(f,{imageOrientation:'from-image'}).then(function(b){
        var k=Math.min(1,1600/Math.max(b.width,b.height)),c=d.createElement('canvas');
        c.width=Math.max(1,Math.round(b.width*k));c.height=Math.max(1,Math.round(b.height*k));
        c.getContext('2d').drawImage(b,0,0,c.width,c.height);
        return new Promise(function(ya,tidak){c.toBlob(function(x){
        if(x)ya(new File([x],'foto.jpg',{type:'image/jpeg'}));else tidak()},'image/jpeg',.8)})})}
        function tandai(n){var i=cari('input[type=file][name="'+n+'"]',borang);if(!i)return;
        var w=i.closest('.isian'),p=cari('.foto',w)||w.appendChild(buat('p','petunjuk foto')),b=kini.berkas[n];
        p.textContent='';
        if(!b)return;
        p.textContent=pilih('Foto tersimpan di ponsel ini, ','Photo kept on this phone, ')+besar(b.size)+' ';
        p.appendChild(tombol(pilih('Hapus foto','Delete photo'),' tombol-tenang',function(){
        delete kini.berkas[n];catat2().then(function(){tandai(n)},diam)}))}
        function anggota(nama,banyak){
        var satu=borang.querySelectorAll('fieldset.satu'),mereka=Array.prototype.filter.call(satu,function(s){
        return cari('[name^="'+nama+'-1-"]',s.parentNode)});
        if(!mereka.length)return;
        var hitung=cari('[name="'+nama+'-banyak"]',borang);
        while(mereka.length<banyak){var k=mereka[0].cloneNode(true),n=mereka.length+1;
        tiap('[name],[id],[for]',function(e){['name','id','for'].forEach(function(a){
        var v=e.getAttribute(a);if(v)e.setAttribute(a,v.replace(nama+'-1-',nama+'-'+n+'-'))});
        if('value' in e&&!/radio|checkbox|submit/.test(e.type))e.value='';
        e.checked=false},k);
        k.removeAttribute('id');
        mereka[mereka.length-1].insertAdjacentElement('afterend',k);mereka.push(k)}
        while(mereka.length>Math.max(1,banyak))mereka.pop().remove();
        if(hitung)hitung.value=String(mereka.length)}
        function muat(x){
        kini=x;borang.innerHTML=kosong;kataSimpan=cari('[data-aksi=tersimpan]',borang);
        Object.keys(x.isi).forEach(function(n){if(/-banyak$/.test(n))anggota(n.slice(0,-7),Number(x.isi[n][0]))});
        isiBorang(borang,x.isi);
        tiap('input[name$="-cari"]',function(i){var t=cari('[name="'+i.name.slice(0,-5)+'-tombol"]',borang);
        if(t)t.hidden=true;barisDesa(i,i.closest('.isian'))},borang);
        isiBorang(borang,x.isi);
        Object.keys(x.berkas).forEach(tandai);
        borang.hidden=false;tampilkan();borang.dispatchEvent(new Event('buka'))}
        function mulai(){location.hash='';muat({id:idBaru(),layanan:tentang.layanan,pelaku:saya.pelaku,isi:{},
        berkas:{},nama:'',judul:tentang.judul,mulai:Date.now()});atas.textContent='';
        var h=cari('h1');h.tabIndex=-1;h.focus();scrollTo(0,0)}
        function lagi(){return saya.penolong?pilih('Petani berikutnya','Next grower')
        :pilih('Isi satu lagi','Fill in another')}
        function nama(x){return bersama&&!x.pelaku?tentang.judul:x.nama||tentang.judul}
        function daftarDraf(kata){
        return Promise.all([semua('draf'),berapa()]).then(function(a){
        var milik=a[0].filter(function(x){return x.layanan===tentang.layanan&&x.pelaku===saya.pelaku});
        borang.hidden=true;borang.innerHTML=kosong;kini=null;atas.textContent='';
        if(kata){var k=buat('div','kabar kabar-beres'),p=k.appendChild(buat('p','',kata));
        p.setAttribute('role','status');atas.appendChild(k)}
        var b=buat('div','tombol-baris');
        b.appendChild(tombol(kata?lagi():pilih('Mulai mengisi','Begin'),'',mulai));
        b.appendChild(tautan(pilih('Kotak keluar: '+a[1]+' menunggu','Outbox: '+a[1]+' waiting'),
        '/saya/kotak-keluar'));
        atas.appendChild(b);
        if(kata&&bersama)b.insertBefore(tombolBersih(),b.lastChild).className+=' tombol-dua';
        atas.appendChild(saklar(function(){daftarDraf().then(function(){
        cari('input[type=checkbox]',atas).focus()})}));
        if(milik.length){atas.appendChild(buat('h2','',pilih('Tersimpan di ponsel ini','Kept on this phone')));
        atas.appendChild(buat('p','petunjuk',pilih('Belum lengkap, belum masuk kotak keluar.',
        'Not complete, not in the outbox yet.')));
        var ul=buat('ul','daftar');milik.sort(function(x,y){return y.ubah-x.ubah}).forEach(function(x){
        var li=buat('li');li.appendChild(tombol(nama(x)+', '+jam(x.ubah)+','+sampai(x.ubah),' tombol-tenang',
        function(){
        atas.textContent='';location.hash=x.id;muat(x)}));ul.appendChild(li)});atas.appendChild(ul)}
        scrollTo(0,0)})}
        function kurang(){
        var daftar=[];
        tiap('.keliru,#galat',function(e){e.remove()},borang);
        tiap('.perbaiki',function(e){e.classList.remove('perbaiki')},borang);
        tiap('[data-aksi=tanya]:not([hidden])',function(w){
        var t=JSON.parse(w.getAttribute('data-isi')),isi=nilaiBorang(w),kata='';
        var ada=Object.keys(isi).some(function(n){return !/-cari$/.test(n)&&isi[n].some(function(v){
        return v.trim()})})||!!kini.berkas[t.n]||(t.desa&&isi[t.n+'-cari']&&isi[t.n+'-cari'][0].trim());
        if(!ada&&t.w)kata=t.kata||pilih('Belum diisi','Not answered');
        if(ada&&t.nik){var k=(isi[t.n]&&isi[t.n][0]||'').replace(/\\D/g,'').length;
        if(k!==16)kata=pilih('NIK harus 16 angka. Anda menulis '+k+' angka','A NIK has 16 digits, not '+k)}
        if(w.jalanSalah)kata=w.jalanSalah;
        if(kata)daftar.push([w,kata])},borang);
        return daftar}
        function tunjukkan(daftar){
        var g=buat('div','galat'),u=buat('ul');g.id='galat';g.tabIndex=-1;g.setAttribute('role','alert');
        g.appendChild(buat('h2','',pilih('Ada yang perlu diperbaiki','There is something to fix')));
        daftar.forEach(function(x){
        var w=cari('.isian',x[0])||x[0],tanya=cari('.tanya',w),li=buat('li'),a=buat('a','',
        (tanya?tanya.textContent.replace(/\\?\\s*$/,'')+': ':'')+x[1]);
        var ke=cari('input:not([type=hidden]),textarea,select',w);
        a.href='#';a.addEventListener('click',function(e){e.preventDefault();w.scrollIntoView();
        if(ke)ke.focus({preventScroll:true})});
        w.classList.add('perbaiki');w.insertBefore(buat('p','keliru',x[1]),w.firstChild);
        li.appendChild(a);u.appendChild(li)});
        g.appendChild(u);borang.insertBefore(g,borang.firstChild);g.focus();g.scrollIntoView()}
        function sibuk(){var s=[];tiap('input[type=file]',function(i){s.push(i.sibuk)},borang);return s}
        function siap(){
        var daftar=kurang();
        if(daftar.length)return tunjukkan(daftar);
        var x=kini;
        Promise.all(sibuk()).then(catat2).then(function(){
        var isi={};
        Object.keys(x.isi).forEach(function(n){var e=cari('[name="'+CSS.escape(n)+'"]',borang);
        if(e&&!e.closest('[hidden]'))isi[n]=x.isi[n]});
        Object.keys(x.berkas).forEach(function(n){var e=cari('[name="'+n+'"]',borang);
        if(!e||e.closest('[hidden]'))delete x.berkas[n]});
        isi.luring=['ya'];isi.layanan=[tentang.layanan];isi.versi=[tentang.versi];isi.pelaku=[saya.pelaku];
        var ukuran=JSON.stringify(isi).length;
        Object.keys(x.berkas).forEach(function(n){ukuran+=x.berkas[n].size});
        var sudah=false;
        return olah(['draf','kirim'],'readwrite',function(t){
        var k=t.objectStore('kirim'),r=k.get(x.id);
        r.onsuccess=function(){if(r.result){sudah=true;return}
        k.put({id:x.id,layanan:tentang.layanan,isi:isi,berkas:x.berkas,kunci:saya.kunci,pelaku:saya.pelaku,
        nama:bersama?'':saya.penolong?x.nama:tentang.judul,judul:tentang.judul,ukuran:ukuran,waktu:Date.now(),keadaan:'menunggu',coba:0})};
        t.objectStore('draf').delete(x.id)}).then(function(){
        umumkan();location.hash='';
        return daftarDraf(sudah?pilih('Formulir ini sudah disimpan dari tab lain. Yang di kotak keluar yang dikirim.',
        'This form was kept from another tab. The one in the outbox is sent.')
        :nama(x)+': '+pilih('tersimpan di ponsel ini. Terkirim sendiri saat ada sinyal.',
        'kept on this phone. It is sent when there is a signal.'))}).then(function(){
        dorong().then(function(){return daftarAngka()}).catch(diam)});
        }).catch(function(g){kataSimpan.textContent=penuh(g);kataSimpan.className='kabar kabar-bahaya';
        kataSimpan.scrollIntoView()})}
        function daftarAngka(){if(!kini)return berapa().then(function(n){var a=cari('a[href="/saya/kotak-keluar"]',atas);
        if(a)a.textContent=pilih('Kotak keluar: '+n+' menunggu','Outbox: '+n+' waiting')})}
        borang.addEventListener('input',function(e){var i=e.target;
        if(/-cari$/.test(i.name||''))barisDesa(i,i.closest('.isian'));
        if(i.name==='bantu.nama'){var n=cari('[name=nama]',borang);if(n&&(!n.value||n.ikut)){
        n.value=i.value;n.ikut=true}}
        tampilkan();clearTimeout(tunda2);tunda2=setTimeout(function(){catat2().catch(diam)},600)});
        borang.addEventListener('change',function(e){if(e.target.type==='file'&&!/-berkas$/.test(e.target.name))
        foto(e.target)});
        borang.addEventListener('click',function(e){var b=e.target.closest('button');
        if(!b||b.type!=='submit'||!/-(tambah|hapus)$/.test(b.name||''))return;
        e.preventDefault();
        var n=b.name.replace(/-(tambah|hapus)$/,''),h=cari('[name="'+n+'-banyak"]',borang);
        anggota(n,Number(h&&h.value||1)+(/tambah$/.test(b.name)?1:-1));catat2().catch(diam)});
        borang.addEventListener('submit',function(e){e.preventDefault();if(!kini)return;
        if(e.submitter&&e.submitter.value==='nanti')Promise.all(sibuk()).then(catat2).then(function(){
        return daftarDraf(nama(kini)+': '+pilih('tersimpan di ponsel ini, belum lengkap.','kept on this phone, not complete.'))},diam);
        else siap()});
        jagaKamera(borang,catat2);
        d.addEventListener('visibilitychange',function(){if(d.hidden&&kini)catat2().catch(diam)});
        dengar.push(function(x){if(x.nomor&&!kini&&!borang.sudah[x.id]){borang.sudah[x.id]=true;
        atas.insertBefore(papanNomor(x),atas.firstChild)}});
        borang.sudah={};
        awalan.then(kunciBaru).then(function(x){
        saya=x;
        if(!x){atas.textContent=pilih('Buka halaman ini sekali saat ada sinyal. Sesudah itu bisa dipakai tanpa sinyal.',
        'Open this page once with a signal. After that it works without.');return}
        daftarkan(location.pathname);
        var id=location.hash.slice(1);
        return (id?ambil('draf',id):Promise.resolve()).then(function(y){
        if(y&&y.pelaku===saya.pelaku){atas.textContent='';muat(y)}else return daftarDraf()});
        }).catch(function(g){atas.textContent=penuh(g)});
        })();

        """
}
