/// Walking along a boundary: corner by corner, each the mean of five readings, or by itself every
/// five seconds; each point is kept on the phone before the next one.
///
/// It writes into the box that is there without scripts too: one corner on a line, latitude,
/// longitude and how exact it is. The area is worked out as the server does it.
enum ScriptOfTheWalk {
    static let text = """
        (function(){
        'use strict';
        var d=document,en=d.documentElement.lang==='en',geo=navigator.geolocation,henti=[];
        function pilih(a,b){return en?b:a}
        function buat(n,k,t){var e=d.createElement(n);if(k)e.className=k;if(t!=null)e.textContent=t;
        return e}
        function tombol(t,k,f){var b=buat('button','tombol'+k,t);b.type='button';
        b.addEventListener('click',f);return b}
        function koma(n,k){var t=n.toFixed(k);return en?t:t.replace('.',',')}
        function segera(){return self.luring?self.luring.segera():Promise.resolve()}

        function ukuran(titik){
        var n=titik.length,luas=0,keliling=0;if(!n)return {luas:0,keliling:0};
        function cos(x){return Math.cos(x*Math.PI/180)}
        var tengah=titik.reduce(function(s,p){return s+p[0]},0)/n;
        var tinggi=111132.954-559.822*cos(2*tengah)+1.175*cos(4*tengah);
        var lebar=111412.84*cos(tengah)-93.5*cos(3*tengah)+.118*cos(5*tengah);
        var p=titik.map(function(a){return [(a[1]-titik[0][1])*lebar,(a[0]-titik[0][0])*tinggi]});
        p.forEach(function(a,i){var b=p[(i+1)%n];luas+=a[0]*b[1]-b[0]*a[1];
        if(n>2||i<n-1)keliling+=Math.hypot(b[0]-a[0],b[1]-a[1])});
        return {luas:Math.abs(luas)/20000,keliling:keliling,p:p}}
        function potong(titik,tutup){
        function sisi(a,b,c){return (b[1]-a[1])*(c[0]-a[0])-(b[0]-a[0])*(c[1]-a[1])}
        var n=titik.length,ruas=tutup?n:n-1;
        for(var i=0;i<ruas;i++)for(var j=i+2;j<ruas;j++){
        if(tutup&&i===0&&j===n-1)continue;
        var a=titik[i],b=titik[(i+1)%n],e=titik[j],f=titik[(j+1)%n];
        if(sisi(a,b,e)*sisi(a,b,f)<0&&sisi(e,f,a)*sisi(e,f,b)<0)return [i,j]}
        return null}
        function tulis(titik){return titik.map(function(p){
        return p[0].toFixed(6)+' '+p[1].toFixed(6)+(p[2]==null?'':' '+Math.round(p[2]))}).join('\\n')}
        function baca(t){return t.split(/[\\n;]/).map(function(b){
        var n=b.replace(/dan/g,' ').trim().split(/\\s+/).map(function(x){
        return Number(x.replace(/,$/,'').replace(',','.'))});
        if(n.length<2||n.some(isNaN)||b.trim()==='')return null;
        if(Math.abs(n[0])>90){var x=n[0];n[0]=n[1];n[1]=x}
        return [n[0],n[1],n.length>2?n[2]:null]}).filter(Boolean)}
        function kata(m){var a=Math.round(m);
        return (a<=8?pilih('baik','good'):a<=15?pilih('cukup','fair'):pilih('lemah','weak'))+' (±'+a+' m)'}
        function gagal(g){return g&&g.code===1?
        pilih('Ponsel tidak mengizinkan lokasi. Anda bisa menulis titiknya, atau kirim berkas.',
        'The phone does not allow its position. You can write the corners, or send a file.'):
        pilih('Lokasi belum didapat. Tunggu di tempat terbuka, lalu coba lagi.',
        'No position yet. Wait in the open and try again.')}
        var simak=[],pantauan=null,terakhir=null;
        function dengarkan(f){
        simak.push(f);
        if(pantauan===null)pantauan=geo.watchPosition(function(p){
        terakhir={p:[p.coords.latitude,p.coords.longitude,p.coords.accuracy],pada:Date.now()};
        simak.slice().forEach(function(g){g(terakhir)})},
        function(g){simak.slice().forEach(function(h){h(null,g)})},
        {enableHighAccuracy:true,maximumAge:0});
        else if(terakhir&&f.segera)f(terakhir);
        return function(){simak=simak.filter(function(g){return g!==f});
        if(!simak.length&&pantauan!==null){geo.clearWatch(pantauan);pantauan=null}}}
        function lima(maju){return new Promise(function(ya,tidak){
        var hasil=[],jam,batas,lepas=dengarkan(dengar);
        function tutup(){clearTimeout(jam);clearTimeout(batas);lepas()}
        function dengar(x,g){if(x)tambah(x.p);else if(g&&g.code===1){tutup();tidak(g)}}
        function tambah(p){clearTimeout(jam);hasil.push(p);maju(hasil.length);
        if(hasil.length<5){ulang();return}
        tutup();ya([0,1,2].map(function(k){
        return hasil.reduce(function(s,x){return s+x[k]},0)/5}))}
        function ulang(){jam=setTimeout(function(){
        if(hasil.length)tambah(hasil[hasil.length-1]);else ulang()},1500)}
        ulang();batas=setTimeout(function(){tutup();tidak()},30000)})}

        function gambar(svg,titik,salah){
        svg.textContent='';svg.removeAttribute('viewBox');
        if(titik.length<2)return;
        var p=ukuran(titik).p.map(function(a){return [a[0],-a[1]]});
        var x=p.map(function(a){return a[0]}),y=p.map(function(a){return a[1]});
        var kiri=Math.min.apply(0,x),atas=Math.min.apply(0,y);
        var besar=Math.max(Math.max.apply(0,x)-kiri,Math.max.apply(0,y)-atas,1),k=180/besar;
        p=p.map(function(a){return [10+(a[0]-kiri)*k,10+(a[1]-atas)*k]});
        svg.setAttribute('viewBox','0 0 200 200');
        function garis(n,s,warna,tebal){var e=d.createElementNS('http://www.w3.org/2000/svg',n);
        Object.keys(s).forEach(function(a){e.setAttribute(a,s[a])});
        e.setAttribute('stroke',warna);e.setAttribute('stroke-width',tebal);e.setAttribute('fill','none');
        svg.appendChild(e)}
        function dua(i){return p[i].join(',')+' '+p[(i+1)%p.length].join(',')}
        garis('polyline',{points:p.map(function(a){return a.join(',')}).join(' ')},'var(--utama)',2);
        garis('polyline',{points:dua(p.length-1),'stroke-dasharray':'4 4'},'var(--tepi)',2);
        if(salah)salah.forEach(function(i){garis('polyline',{points:dua(i)},'var(--bahaya)',5)});
        p.forEach(function(a){garis('circle',{cx:a[0],cy:a[1],r:2},'var(--tinta)',2)})}

        function panel(t){
        var kotak=t.closest('fieldset'),bungkus=t.closest('[data-aksi=tanya]')||t;
        var alat=buat('div','jalan'),lain=buat('details','rinci'),isiLain=buat('div');
        var titik=baca(t.value),pantau=null,jeda=null,lampu=null,sibuk=false;
        lain.appendChild(buat('summary','',pilih('Tanpa berjalan: tulis titik atau kirim berkas',
        'Without walking: write the corners or send a file')));
        lain.appendChild(isiLain);
        var pertama=kotak.querySelector('label');
        kotak.insertBefore(alat,pertama);
        while(pertama){var next=pertama.nextSibling;isiLain.appendChild(pertama);pertama=next}
        kotak.appendChild(lain);
        if(!geo||!self.isSecureContext||(t.closest('.perbaiki')&&!titik.length))lain.open=true;
        var teliti=buat('p'),angka=buat('p','angka'),pesan=buat('p');
        teliti.setAttribute('role','status');pesan.setAttribute('role','status');
        var svg=d.createElementNS('http://www.w3.org/2000/svg','svg');
        svg.setAttribute('role','img');svg.setAttribute('aria-label',pilih('Gambar jejak','Drawing of the way'));
        svg.setAttribute('width','200');
        function bilang(x,bahaya){pesan.textContent=x;pesan.className=bahaya?'kabar kabar-bahaya':''}
        function segar(tutup){
        var salah=potong(titik,tutup||!pantau&&titik.length>2),u=ukuran(titik);
        angka.textContent=titik.length?pilih('Titik ','Points ')+titik.length+' · '+pilih('Keliling ','Around ')
        +Math.round(u.keliling)+' m · ±'+koma(u.luas,2)+' ha':'';
        gambar(svg,titik,salah);
        svg.style.display=titik.length>1?'':'none';
        bungkus.jalanSalah=salah?pilih('Garis batas saling memotong dekat titik ','The boundary crosses itself near point ')
        +(salah[1]+1)+pilih('. Hapus titik itu dan catat ulang','. Delete that point and note it again'):'';
        if(salah)bilang(bungkus.jalanSalah,true);
        mundur.disabled=!titik.length;
        return !salah}
        function simpan(ucap){t.value=tulis(titik);var baik=segar();
        return segera().then(function(){if(baik)bilang(ucap)},
        function(){bilang(pilih('Titik ini belum tersimpan. Memori ponsel penuh.',
        'This point is not kept. The phone is full.'),true)})}
        function tambah(p){titik.push(p);
        return simpan(pilih('Titik ','Point ')+titik.length+pilih(' tersimpan','  kept'))}
        function menyala(){
        if(navigator.wakeLock&&!d.hidden&&!lampu)navigator.wakeLock.request('screen').then(function(l){
        lampu=l;l.addEventListener('release',function(){lampu=null});if(pantau===null)l.release()})
        .catch(function(){})}
        function mulai(){
        if(pantau!==null)return;
        var tampil=function(x,g){if(!x)teliti.textContent=gagal(g);
        else teliti.textContent=pilih('Ketelitian: ','Accuracy: ')+kata(x.p[2])
        +(x.p[2]>15?pilih('. Tunggu di tempat terbuka','. Wait in the open'):'')};
        tampil.segera=true;pantau=dengarkan(tampil);
        menyala();awal.hidden=true;kerja.hidden=false;segar()}
        function berhenti(){
        if(pantau!==null)pantau();
        pantau=null;if(jeda)clearInterval(jeda);jeda=null;if(lampu)lampu.release();
        teliti.textContent=''}
        d.addEventListener('visibilitychange',function(){if(pantau!==null)menyala()});
        henti.push(berhenti);
        var awal=tombol(titik.length?pilih('Lanjutkan mengukur','Go on measuring')
        :pilih('Mulai mengukur','Begin to measure'),'',mulai);
        var catat=tombol(pilih('Catat titik di sini','Note a point here'),'',function(){
        if(sibuk)return;sibuk=true;
        bilang(pilih('Diam sebentar. Membaca lokasi','Stand still. Reading the position'));
        lima(function(n){bilang(pilih('Diam sebentar. Membaca ','Stand still. Reading ')+n+pilih(' dari 5',' of 5'))})
        .then(tambah,function(g){bilang(gagal(g),true)}).then(function(){sibuk=false})});
        var otomatis=tombol(pilih('Catat otomatis tiap 5 detik','Note by itself every 5 seconds'),' tombol-dua',
        function(){
        if(jeda){clearInterval(jeda);jeda=null;otomatis.textContent=
        pilih('Catat otomatis tiap 5 detik','Note by itself every 5 seconds');
        return bilang(pilih('Dijeda','Paused'))}
        otomatis.textContent=pilih('Jeda','Pause');
        function ambil(){
        var akhir=terakhir;if(!akhir||Date.now()-akhir.pada>30000)return bilang(gagal());
        var z=titik[titik.length-1];
        if(z&&ukuran([z,akhir.p]).keliling<2)return;
        tambah(akhir.p)}
        ambil();jeda=setInterval(ambil,5000)});
        var mundur=tombol(pilih('Hapus titik terakhir','Delete the last point'),' tombol-dua',function(){
        titik.pop();simpan(pilih('Titik terakhir dihapus','The last point is deleted'))});
        var selesai=tombol(pilih('Selesai, tutup batas','Done, close the boundary'),'',function(){
        if(titik.length<3)return bilang(pilih('Batas perlu paling sedikit 3 titik. Baru ada ',
        'A boundary needs at least 3 points. So far ')+titik.length,true);
        if(!segar(true))return;
        berhenti();kerja.hidden=true;awal.hidden=false;
        awal.textContent=pilih('Lanjutkan mengukur','Go on measuring');
        awal.className='tombol tombol-dua';
        simpan(pilih('Batas tersimpan: ','Boundary kept: ')+titik.length+pilih(' titik, ',' points, ')
        +koma(ukuran(titik).luas,2)+' ha')});
        var kerja=buat('div','tombol-tumpuk');kerja.hidden=true;
        [catat,otomatis,mundur,selesai].forEach(function(b){kerja.appendChild(b)});
        alat.appendChild(buat('p','petunjuk',pilih(
        'Jalan kaki mengelilingi kebun. Layar tetap menyala. Ponsel jangan dikunci.',
        'Walk around the plot. The screen stays on. Do not lock the phone.')));
        [teliti,angka,svg,pesan,awal,kerja].forEach(function(x){alat.appendChild(x)});
        if(!geo||!self.isSecureContext)awal.hidden=true;
        t.addEventListener('input',function(){titik=baca(t.value);segar()});
        berkas(kotak,function(p,ucap){titik=p;simpan(ucap)},bilang);
        segar()}

        function berkas(kotak,pakai,bilang){
        var i=kotak.querySelector('input[type=file][name$="-berkas"]');if(!i)return;
        i.setAttribute('accept',i.accept+',.kml,application/vnd.google-earth.kml+xml');
        i.addEventListener('change',function(e){
        var f=i.files[0];if(!f)return;e.stopPropagation();
        if(f.size>1e6){i.value='';return bilang(pilih('Berkas lebih dari 1 MB. Kirim satu kebun saja.',
        'More than 1 MB. Send one plot only.'),true)}
        f.text().then(function(x){
        var bidang=(/^\\s*</.test(x)?kml:geojson)(x);
        if(!bidang.length||bidang[0].length<3)throw 0;
        i.value='';
        pakai(bidang[0],pilih('Batas dari berkas: ','Boundary from the file: ')+bidang[0].length
        +pilih(' titik',' points')+(bidang.length>1?pilih('. Berkas berisi '+bidang.length
        +' bidang; yang pertama dipakai','. There are '+bidang.length+' in it; the first is used'):''))
        }).catch(function(){i.value='';bilang(pilih('Berkas itu tidak berisi batas yang terbaca. Pakai GeoJSON atau KML.',
        'No boundary could be read. Use GeoJSON or KML.'),true)})})}
        function bersih(p){
        p=p.map(function(a){return Math.abs(a[0])>90?[a[1],a[0],null]:[a[0],a[1],null]});
        var z=p.length-1;
        if(z>0&&p[0][0]===p[z][0]&&p[0][1]===p[z][1])p.pop();
        if(p.length>2000||p.some(function(a){return isNaN(a[0])||isNaN(a[1])}))throw 0;
        return p}
        function geojson(x){
        var hasil=[];
        function satu(g){if(!g)return;
        if(g.type==='FeatureCollection')g.features.forEach(satu);
        else if(g.type==='Feature')satu(g.geometry);
        else if(g.type==='Polygon')hasil.push(bersih(g.coordinates[0].map(function(a){return [a[1],a[0]]})));
        else if(g.type==='MultiPolygon')g.coordinates.forEach(function(c){satu({type:'Polygon',coordinates:c})})}
        satu(JSON.parse(x));return hasil}
        function kml(x){
        var dok=new DOMParser().parseFromString(x,'text/xml');
        return Array.from(dok.getElementsByTagName('coordinates')).map(function(c){
        return bersih(c.textContent.trim().split(/\\s+/).map(function(a){
        var n=a.split(',').map(Number);return [n[1],n[0]]}))}).filter(function(p){return p.length>2})}

        function satuTitik(i){
        var lain=i.closest('fieldset')||i.parentNode,tua=lain.querySelector('[data-aksi=lokasi]');
        if(!geo||!self.isSecureContext)return;
        var kata2=buat('p'),bujur=lain.querySelector('input[name$="-bujur"]');
        kata2.setAttribute('role','status');
        var b=tombol(pilih('Catat titik di sini','Note a point here'),' tombol-dua',function(){
        b.disabled=true;
        lima(function(n){kata2.textContent=pilih('Diam sebentar. Membaca ','Stand still. Reading ')+n
        +pilih(' dari 5',' of 5')}).then(function(p){
        i.value=p[0].toFixed(6);bujur.value=p[1].toFixed(6);
        return segera().then(function(){kata2.textContent=pilih('Titik tersimpan. Ketelitian: ','Kept. Accuracy: ')
        +kata(p[2])})}).catch(function(g){kata2.textContent=gagal(g)}).then(function(){b.disabled=false})});
        if(tua)tua.remove();
        lain.appendChild(b);lain.appendChild(kata2)}

        function pasang(){
        henti.splice(0).forEach(function(f){f()});
        d.querySelectorAll('textarea[name$="-sudut"]').forEach(function(t){
        if(!t.jalan){t.jalan=true;panel(t)}else t.dispatchEvent(new Event('input'))});
        d.querySelectorAll('input[name$="-lintang"]').forEach(function(i){
        if(!i.jalan){i.jalan=true;satuTitik(i)}})}
        d.addEventListener('buka',pasang,true);
        pasang();
        })();

        """
}
