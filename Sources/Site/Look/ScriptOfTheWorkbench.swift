/// The script of officials' pages: how many rows are selected, and the keys for who wants them.
enum ScriptOfTheWorkbench {
    static let text = """
        (function(){
        'use strict';
        var d=document,w=window,en=d.documentElement.lang==='en';
        function does(n,f){Array.prototype.forEach.call(
        d.querySelectorAll('[data-aksi="'+n+'"]'),f)}

        does('pilihan',function(f){
        var say=f.querySelector('[data-aksi="jumlah-pilihan"]'),was=say.textContent;
        function tell(){var n=f.querySelectorAll('.pilih :checked').length;
        say.textContent=n?n+(en?' selected:':' dipilih:'):was}
        f.addEventListener('change',tell);tell();
        });

        does('pintasan',function(mark){
        var rows=Array.from(d.querySelectorAll('.tabel tbody tr')),at=-1;
        function to(i){if(!rows[i])return;at=i;rows[i].querySelector('a').focus()}
        function go(s){var a=d.querySelector(s);if(a)a.click()}
        rows.forEach(function(r,i){r.addEventListener('focusin',function(){at=i})});
        d.addEventListener('keydown',function(e){
        if(e.ctrlKey||e.altKey||e.metaKey||e.target.closest('textarea,select,[type=text],'
        +'[type=search],[type=date],[inputmode]'))return;
        var box=rows[at]&&rows[at].querySelector('.pilih input');
        var keys={j:function(){to(at+1)},k:function(){to(Math.max(0,at-1))},
        x:function(){if(box)box.click()},
        e:function(){rows.length?at<0||rows[at].querySelector('a').click()
        :go('.langkah-kini .tombol-baris .tombol')},
        t:function(){if(!rows.length)return go('.langkah-kini a[href$="/tunda"]');
        if(box&&!d.querySelector('.pilih :checked'))box.click();
        if(d.querySelector('.pilih :checked'))go('[name=tindakan][value=tunda]')},
        '/':function(){var s=d.getElementById('cari');if(s)s.focus()},
        '?':function(){w.location.href=mark.getAttribute('data-isi')}};
        if(keys[e.key]){e.preventDefault();keys[e.key]()}
        });
        });
        })();

        """
}
