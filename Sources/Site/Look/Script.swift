/// The one script of the site: nicer where it runs, not needed where it does not.
enum Script {
    static let text = """
        (function(){
        'use strict';
        var d=document,w=window;
        function all(s,f){Array.prototype.forEach.call(d.querySelectorAll(s),f)}
        function does(n,f){all('[data-aksi="'+n+'"]',f)}
        var en=d.documentElement.lang==='en';

        var galat=d.getElementById('galat');
        if(galat)galat.focus();
        all('.galat a',function(a){a.addEventListener('click',function(e){
        var t=d.getElementById(decodeURIComponent(a.hash.slice(1)));
        if(!t)return;e.preventDefault();
        (t.closest('.isian')||t).scrollIntoView();t.focus({preventScroll:true});
        })});

        does('cetak',function(a){a.addEventListener('click',function(e){
        e.preventDefault();all('details:not(.menu)',function(x){x.open=true});w.print();
        })});

        does('bagikan',function(a){if(!navigator.share)return;
        a.addEventListener('click',function(e){e.preventDefault();
        navigator.share({title:d.title,url:a.getAttribute('data-isi')}).catch(function(){});
        })});

        does('hitung',function(t){
        var most=Number(t.getAttribute('data-isi')),p=d.getElementById(t.id+'-jumlah'),timer;
        if(!p)return;p.setAttribute('role','status');
        function tell(){var left=most-Array.from(t.value).length;
        p.textContent=left<0?(en?'Take away '+-left:'Kurangi '+-left+' huruf')
        :(en?left+' characters left':'Sisa '+left+' huruf')}
        t.addEventListener('input',function(){clearTimeout(timer);timer=setTimeout(tell,600)});
        if(t.value)tell();
        });

        does('lokasi',function(b){if(!navigator.geolocation||!w.isSecureContext)return;
        b.hidden=false;
        var say=d.createElement('p');say.setAttribute('role','status');
        b.insertAdjacentElement('afterend',say);
        b.addEventListener('click',function(){
        navigator.geolocation.getCurrentPosition(function(p){
        var id=b.getAttribute('data-isi'),c=p.coords,near=Math.round(c.accuracy);
        function put(x,v){d.getElementById(x).value=v.toFixed(6).replace('.',en?'.':',')}
        put(id,c.latitude);put(id+'-bujur',c.longitude);
        say.textContent=near<=15?(en?'Found, within '+near+' m':'Lokasi didapat, ±'+near+' m')
        :(en?'Not precise yet (±'+near+' m). Wait in the open, or write the address'
        :'Lokasi belum teliti (±'+near+' m). Tunggu di tempat terbuka, atau tulis alamat saja');
        },function(){say.textContent=en?'The phone does not allow it. You can write the address.'
        :'Ponsel tidak mengizinkan lokasi. Anda bisa menulis alamat.'},
        {enableHighAccuracy:true,timeout:20000});
        })});

        function size(n){return n<1e6?Math.ceil(n/1000)+' KB'
        :(n/1e6).toFixed(1).replace('.',en?'.':',')+' MB'}
        function shrink(file,done){
        if(!/^image\\/(jpeg|png|webp)$/.test(file.type)||file.size<400000||!w.createImageBitmap)
        return done(file);
        createImageBitmap(file,{imageOrientation:'from-image'}).then(function(b){
        var k=Math.min(1,1600/Math.max(b.width,b.height)),c=d.createElement('canvas');
        c.width=Math.round(b.width*k);c.height=Math.round(b.height*k);
        c.getContext('2d').drawImage(b,0,0,c.width,c.height);
        c.toBlob(function(x){
        done(x&&x.size<file.size?new File([x],file.name.replace(/\\.\\w+$/,'')+'.jpg',
        {type:'image/jpeg'}):file)},'image/jpeg',.8);
        }).catch(function(){done(file)});
        }
        does('kecilkan',function(i){
        var say=d.createElement('p');say.setAttribute('role','status');say.className='petunjuk';
        i.insertAdjacentElement('afterend',say);
        i.addEventListener('change',function(){
        if(!w.DataTransfer||!i.files.length)return;
        var files=Array.from(i.files),out=new DataTransfer(),was=0,now=0,left=files.length;
        files.forEach(function(f,n){was+=f.size;shrink(f,function(s){files[n]=s;now+=s.size;
        if(--left)return;
        files.forEach(function(x){out.items.add(x)});
        try{i.files=out.files}catch(e){return}
        say.textContent=now<was?(en?'From '+size(was)+' to '+size(now)
        :'Ukuran '+size(was)+' dikecilkan menjadi '+size(now)):size(now);
        })});
        })});

        all('form[method=post]',function(f){f.addEventListener('submit',function(e){
        if(f.hasAttribute('data-terkirim')){e.preventDefault();return}
        f.setAttribute('data-terkirim','');
        try{sessionStorage.setItem('terkirim','1')}catch(x){}
        setTimeout(function(){f.removeAttribute('data-terkirim')},8000);
        })});

        var sw=navigator.serviceWorker,hemat=navigator.connection&&navigator.connection.saveData;
        if(sw){
        try{if(sessionStorage.getItem('terkirim')&&!galat&&!hemat)
        sw.register('/sw.js').catch(function(){})}catch(x){}
        does('bila-luring',function(p){function lihat(){p.hidden=navigator.onLine||!sw.controller}
        lihat();w.addEventListener('online',lihat);w.addEventListener('offline',lihat)});
        sw.addEventListener('message',function(e){
        if(!e.data.menunggu||d.getElementById('menunggu')||!/^(\\/en)?\\/(bantu)?$/.test(location.pathname))
        return;
        var p=d.createElement('p'),a=d.createElement('a');p.id='menunggu';
        p.className='kabar kabar-ingat';a.href='/saya/kotak-keluar';
        a.textContent=(en?'Waiting for a signal: ':'Menunggu sinyal: ')+e.data.menunggu;
        p.appendChild(a);d.querySelector('main').insertBefore(p,d.querySelector('main').firstChild)});
        var dorong=function(){if(sw.controller&&!/kotak-keluar$/.test(location.pathname))sw.controller.postMessage('kirim')};
        dorong();w.addEventListener('online',dorong);
        sw.ready.then(function(r){if(!sw.controller)r.active.postMessage('dampingi')});
        }
        })();

        """
}
