/// What the browser keeps running beside the pages: without a signal it answers with the shell,
/// and keeps a form that is being sent.
///
/// It catches one kind of address alone, `/kirim/…`, and only bodies that carry our form token:
/// otherwise the outbox would make a foreign form look like one of ours. Its cache holds the look,
/// three pages that are the same for everybody, and forms that were opened before. A page that was on
/// its way while the worker began stands beside it until it asks to be accompanied (`dampingi`).
package struct ServiceWorker: Sendable {
    package let text: String

    /// The pages that are the same for everybody and wait on the phone.
    static let pages = ["/luring", "/saya/kotak-keluar"]

    /// `installation` says which look it keeps.
    package init(of installation: Installation) {
        let style = installation.colours.stylesheet ?? Look.stylesheet
        let assets =
            [
                style, Look.script, Look.offlineScript, Look.offlineFormScript, Look.scaleScript,
                Look.walkScript, Look.icon,
            ] + [installation.crest].compactMap(\.self)
        let kept = Self.pages + assets.map(\.path)
        // Pages have no address of their content: their digest stands in for it.
        let edition = Asset(
            name: "luring",
            ending: .js,
            text: kept.joined() + Self.worker + installation.name
        )
        text =
            "'use strict';\nvar V='\(edition.path.suffix(15).dropLast(3))',"
            + "ISI=[\(kept.map { "'\($0)'" }.joined(separator: ","))];\n"
            + ScriptOfTheOutbox.text + Self.worker
    }

    private static let worker = """
        var TANPA={ignoreSearch:true,ignoreVary:true};
        self.addEventListener('install',function(e){e.waitUntil(caches.open('undak-'+V)
        .then(function(c){return c.addAll(ISI)}).then(function(){return self.skipWaiting()}))});
        self.addEventListener('activate',function(e){e.waitUntil(segarkan().then(function(baru){
        return baru&&caches.keys().then(function(n){return Promise.all(n.filter(function(k){
        return /^undak-/.test(k)&&k!=='undak-'+V}).map(function(k){return caches.delete(k)}))})
        }).then(function(){return self.clients.claim()}))});
        function segarkan(){return caches.open('borang').then(function(c){
        return c.keys().then(function(k){return Promise.all(k.map(function(r){
        return titip(r.url,fetch(r.url)).catch(function(){return false})}))})
        }).then(function(s){return s.every(Boolean)})}
        function jalur(u){return u.pathname.replace(/^\\/en(?=\\/|$)/,'')}
        self.addEventListener('fetch',function(e){
        var r=e.request,u=new URL(r.url),p=jalur(u);
        if(u.origin!==location.origin)return;
        if(r.method==='POST'){if(p==='/keluar')e.waitUntil(sapu(true));
        if(r.mode==='navigate'&&/^\\/kirim\\/[0-9a-f]{32}$/.test(p))
        e.respondWith(tangkap(r,p.slice(7)));return}
        if(r.method!=='GET')return;
        if(p.indexOf('/aset/')===0)e.respondWith(caches.match(r,TANPA).then(function(a){
        return a||fetch(r)}));
        else if(r.mode==='navigate')e.respondWith(halaman(e,r,p));
        });
        function halaman(e,r,p){
        if(p==='/timbang')return fetch(r).catch(function(){return caches.match('/luring/timbang',TANPA)})
        .then(function(a){return a||caches.match('/luring',TANPA)});
        var borang=/^\\/luring\\/(isi\\/|timbang$)/.test(p),cepat=borang||ISI.indexOf(p)>=0;
        var jaring=fetch(r).then(function(a){
        if(borang)e.waitUntil(titip(p,a.clone()).catch(function(){}));
        return a});
        function luring(){return caches.match(p,TANPA).then(function(a){
        return a||caches.match('/luring',TANPA)}).then(function(a){return a||Response.error()})}
        if(!cepat)return jaring.catch(luring);
        return Promise.race([jaring,new Promise(function(_,t){setTimeout(t,4000)})])
        .catch(function(){return caches.match(p,TANPA).then(function(a){
        return a||jaring.catch(luring)})})}
        function tangkap(r,id){
        var salin=r.clone();
        return fetch(r).catch(function(){return salin.arrayBuffer().then(function(b){
        var t=new TextDecoder().decode(b.slice(0,8000)),jenis=r.headers.get('content-type')||'';
        function nilaiDari(n){
        var m=t.match(new RegExp('(?:^|&)'+n+'=([^&]*)'))||
        t.match(new RegExp('name="'+n+'"\\\\r\\\\n\\\\r\\\\n([^\\\\r]*)'));
        return m?decodeURIComponent(m[1].replace(/\\+/g,' ')):''}
        var kunci=nilaiDari('kunci');
        if(!/^[0-9a-f]{64}$/.test(kunci))return Response.error();
        return sapu().then(function(){return ambil('kirim',id)}).then(function(x){
        return x&&x.keadaan==='terkirim'?null:simpan('kirim',{id:id,badan:b,jenis:jenis,kunci:kunci,pelaku:nilaiDari('pelaku'),
        nama:bersama?'':nilaiDari('judul'),judul:nilaiDari('apa')||nilaiDari('judul'),
        ukuran:b.byteLength,waktu:Date.now(),keadaan:'menunggu',coba:0})})
        .then(function(){umumkan();
        var s=self.registration.sync;return s&&s.register('kirim').catch(function(){})})
        .then(function(){return Response.redirect('/saya/kotak-keluar?baru='+id,303)},
        function(){return Response.redirect('/luring?sebab=penuh',303)});
        })})}
        self.addEventListener('sync',function(e){if(e.tag==='kirim')e.waitUntil(
        sapu().then(function(){return kirimSemua()}))});
        self.addEventListener('message',function(e){
        if(e.data==='dampingi')e.waitUntil(self.clients.claim());
        if(e.data==='kirim')e.waitUntil(
        sapu().then(function(){return kirimSemua()}).catch(function(){}).then(berapa).then(
        function(n){
        if(e.source)e.source.postMessage({menunggu:n})}))});

        """
}
