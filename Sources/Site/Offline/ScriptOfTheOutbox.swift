/// What waits on the phone and how it is sent: the same text in the pages and in the worker.
///
/// Each item keeps its own form token and who filled it in. One lock keeps two triggers apart; the
/// server answers the same number to whatever comes twice. An item is done only with an answer
/// that names its draft and its number: a network that wants a log-in also says 200.
///
/// A page is put by (`titip`) only once its whole text is there: a cache throws the old copy away
/// when it begins to write the new one, and a signal that breaks off then would leave neither.
///
/// What was typed and never sent goes after 30 days, and so does what was sent; what waits to be
/// sent never goes. On a phone that many share, what was sent goes at once.
enum ScriptOfTheOutbox {
    static let text = """
        var basis;
        function buka(){return basis||(basis=new Promise(function(ya,tidak){
        var r=indexedDB.open('serasan',1);
        r.onupgradeneeded=function(){['draf','kirim','siapa','langkah'].forEach(function(n){
        r.result.createObjectStore(n,{keyPath:'id'})})};
        r.onsuccess=function(){r.result.onversionchange=function(){r.result.close();basis=null};
        ya(r.result)};
        r.onerror=function(){basis=null;tidak(r.error)};
        }))}
        function olah(rak,cara,f){return buka().then(function(b){return new Promise(function(ya,
        tidak){
        var t=b.transaction(rak,cara,{durability:'strict'}),r;
        t.oncomplete=function(){ya(r&&r.result)};
        t.onabort=t.onerror=function(){tidak(t.error||new Error('batal'))};
        r=f(t);
        })})}
        function simpan(rak,x){return olah([rak],'readwrite',function(t){
        return t.objectStore(rak).put(x)})}
        function ambil(rak,id){return olah([rak],'readonly',function(t){
        return t.objectStore(rak).get(id)})}
        function semua(rak){return olah([rak],'readonly',function(t){
        return t.objectStore(rak).getAll()})}
        function hapus(rak,id){return olah([rak],'readwrite',function(t){
        return t.objectStore(rak).delete(id)})}
        function titip(p,janji){return Promise.resolve(janji).then(function(a){
        if(!a.ok||a.redirected)return false;
        var h=new Headers(a.headers);h.delete('content-encoding');h.delete('content-length');
        return a.arrayBuffer().then(function(b){return caches.open('borang').then(function(c){
        return c.put(p,new Response(b,{headers:h}))})}).then(function(){return true})})}
        var MENIT=60000,HARI=864e5,JEDA=[1,5,15,60],kabar=self.BroadcastChannel
        &&new BroadcastChannel('luring');
        var dengar=[];
        function umumkan(x){x=x&&x.nomor?x:1;if(kabar)kabar.postMessage(x);
        dengar.forEach(function(f){f(x)})}
        var MACAM={borang:{ke:function(x){return '/kirim/'+x.id}},
        timbang:{ke:function(x){return '/timbang/'+x.id},sapu:true}};
        function macam(x){return MACAM[x.macam]||MACAM.borang}
        var bersama=false;
        function benarJam(){return Date.now()>1.79e12}
        function basi(w){return benarJam()&&Math.abs(Date.now()-w)>30*HARI}
        function lewati(t,rak,f){var r=t.objectStore(rak).openCursor();
        r.onsuccess=function(){var c=r.result;if(!c)return;
        if(f(c.value,c))c.delete();c.continue()}}
        function lama(x,c){var n=Date.now();
        if(benarJam()&&x.ubah>n+HARI){x.ubah=n;c.update(x);return false}
        return basi(x.ubah)}
        function milikBersama(t,f){var b=t.objectStore('siapa').get('bersama');
        b.onsuccess=function(){bersama=!!b.result&&b.result.ya;f()}}
        function sapu(habis){return olah(['siapa','kirim','draf','langkah'],'readwrite',function(
        t){
        var s=t.objectStore('siapa'),l=s.get('timbang');
        l.onsuccess=function(){if(l.result&&(habis||basi(l.result.pada))){s.delete('timbang');
        s.delete('timbang-akhir')}};
        milikBersama(t,function(){lewati(t,'kirim',function(x){return x.keadaan==='terkirim'
        &&(basi(x.pada)||(macam(x).sapu?habis:bersama))})});
        lewati(t,'draf',lama);lewati(t,'langkah',lama)})
        .then(function(){if(habis)umumkan()},function(){})}
        function usai(x){var habis=x.keadaan==='terkirim';
        return olah(['siapa','kirim','langkah'],'readwrite',function(t){
        if(habis)lewati(t,'langkah',function(y){return y.id.indexOf('/isi/'+x.id+'/')>=0});
        milikBersama(t,function(){var k=t.objectStore('kirim');
        if(bersama&&habis&&!macam(x).sapu)k.delete(x.id);else k.put(x)})})
        .then(function(){umumkan(habis&&bersama&&!macam(x).sapu&&{id:x.id,nomor:x.nomor,
        pada:x.pada,judul:x.judul,pesan:x.pesan})})}
        function badan(x){if(x.badan)return x.badan;
        var f=new FormData();f.append('kunci',x.kunci);
        Object.keys(x.isi).forEach(function(n){x.isi[n].forEach(function(v){f.append(n,v)})});
        Object.keys(x.berkas).forEach(function(n){f.append(n,x.berkas[n],x.berkas[n].name||n
        +'.jpg')});
        return f}
        function tanya(alamat,cara){
        var putus=new AbortController(),jam=setTimeout(function(){putus.abort()},120000);
        cara.signal=putus.signal;cara.credentials='same-origin';cara.redirect='manual';
        return fetch(alamat,cara).then(function(r){
        var j=/^application\\/json/.test(r.headers.get('content-type')||'');
        return (j?r.json():Promise.resolve(null)).then(function(x){return [r.status,x]},
        function(){return [r.status,null]});
        },function(){return [0,null]}).then(function(a){clearTimeout(jam);return a})}
        function nilai(x,status,j){
        var kita=j&&j.draf===x.id;
        x.pesan=kita&&j.pesan||'';x.alamat=kita&&j.alamat||'';
        if(kita&&j.nomor&&status===200){
        x.keadaan='terkirim';x.nomor=j.nomor;x.pada=Date.now();
        delete x.badan;delete x.isi;delete x.berkas;
        }else if(kita&&status===401)x.keadaan='masuk';
        else if(kita&&status>=400&&status<500&&status!==429){x.keadaan='perbaiki';
        x.tersimpan=!!j.tersimpan;
        if(x.tersimpan){delete x.badan;delete x.isi;delete x.berkas}}
        else{x.keadaan='menunggu';if(status){
        x.coba=(x.coba||0)+1;x.nanti=Date.now()+JEDA[Math.min(x.coba,4)-1]*MENIT}}
        }
        function kirimSatu(x){
        var lihat=x.keadaan==='perbaiki',h={Accept:'application/json'};
        if(lihat)return tanya('/luring/keadaan/'+x.id,{headers:h}).then(function(a){
        if(a[1]&&a[1].draf===x.id&&a[1].nomor){nilai(x,200,a[1]);return usai(x)}});
        h['X-Luring']=x.waktu+' '+Date.now();
        if(x.jenis)h['Content-Type']=x.jenis;
        x.keadaan='dikirim';x.pesan='';
        return simpan('kirim',x).then(umumkan).then(function(){
        return tanya(macam(x).ke(x),{method:'POST',body:badan(x),headers:h})}).then(function(a){
        nilai(x,a[0],a[1]);
        return usai(x).then(function(){return a[0]});
        })}
        function perlu(x,paksa){
        if(x.keadaan==='terkirim')return false;
        if(x.keadaan==='perbaiki')return !!x.tersimpan;
        var sisa=(x.nanti||0)-Date.now();
        return paksa||sisa<=0||sisa>60*MENIT}
        function kirimSemua(paksa){
        function jalan(){return semua('kirim').then(function(s){
        var putus=false;
        return s.filter(function(x){return perlu(x,paksa)}).reduce(function(p,x){
        return p.then(function(){return putus?null:ambil('kirim',x.id)}).then(function(y){
        if(y&&perlu(y,paksa))return kirimSatu(y).then(function(a){if(a===0)putus=true});
        })},Promise.resolve());
        })}
        var l=navigator.locks;
        return l?l.request('kirim',jalan):jalan()}
        function berapa(){return semua('kirim').then(function(s){return s.filter(function(x){
        return x.keadaan!=='terkirim'}).length})}

        """
}
