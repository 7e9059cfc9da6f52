/// The one stylesheet of the site, put together from its parts.
///
/// Tokens first, so that what a regency chooses (written behind it all) overrides them and nothing
/// else. Kept as text in the source: one program, no files to lose.
enum Stylesheet {
    static let text =
        themed(light: Palette.light.css, dark: Palette.dark.css) + measures + ground + header
        + main + buttons + information + tables + charts + forms + offline + narrowAndWide + forced
        + paper

    /// Declarations by day and by night, for those who follow the phone and those who chose.
    static func themed(light: String, dark: String) -> String {
        """
        :root{\(light)}
        @media (prefers-color-scheme:dark){:root:not([data-tema=terang]){\(dark)}}
        :root[data-tema=gelap]{\(dark)}
        @media print{:root:root:root{\(light)}}

        """
    }

    private static let measures = """
        :root{color-scheme:light dark;
        --u1:.8333rem;--u2:.8889rem;--u3:1rem;--u4:1.1667rem;--u5:1.4444rem;--u6:1.7778rem;
        --s1:4px;--s2:8px;--s3:12px;--s4:16px;--s5:24px;--s6:32px;--s7:48px;--s8:64px;
        --sasaran:48px;--lebar:40rem}
        [data-tema=terang]{color-scheme:light}
        [data-tema=gelap]{color-scheme:dark}
        @media (min-width:48em){:root{--u4:1.3417rem;--u5:1.6611rem;--u6:2.0444rem}}
        .lebar-teks{--lebar:40rem}
        .lebar-halaman{--lebar:64rem}
        .lebar-kerja{--lebar:90rem;--sasaran:44px}

        """

    private static let ground = """
        *,::before,::after{box-sizing:border-box}
        html{font-size:112.5%;scroll-padding:var(--s7) 0;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--kertas);color:var(--tinta);
        font:400 var(--u3)/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
        text-wrap:pretty;overflow-wrap:break-word;min-height:100vh;display:flex;flex-direction:column}
        @media (max-width:40rem){body{overflow-wrap:anywhere} .tanda{white-space:normal!important}}
        h1,h2,h3,h4{font-weight:600;margin:var(--s6) 0 var(--s3);line-height:1.25;text-wrap:balance}
        h1{font-size:var(--u5);margin-top:var(--s5)}
        h2{font-size:var(--u4)}
        h3,h4{font-size:var(--u3);margin-top:var(--s5)}
        p,ul,ol,dl,table,figure,fieldset,form,details{margin:0 0 var(--s4)}
        b,strong{font-weight:600}
        a{color:var(--utama);text-decoration-thickness:1px;text-underline-offset:.18em}
        a:hover{color:var(--utama-tekan);text-decoration-thickness:3px}
        :focus-visible,#galat:focus{outline:3px solid var(--tinta);outline-offset:0;
        box-shadow:0 0 0 6px var(--fokus);border-radius:2px}
        main:focus{outline:0;box-shadow:none}
        code,pre{font-family:ui-monospace,"Roboto Mono",monospace;font-size:var(--u2)}
        pre{overflow-x:auto}
        hr{border:0;border-top:1px solid var(--garis);margin:var(--s5) 0}
        img,svg{max-width:100%;height:auto}
        del{color:var(--bahaya)}
        ins{color:var(--beres)}
        .angka{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        .redup,.petunjuk{color:var(--tinta-2)}
        .petunjuk,.boleh{font-size:var(--u2)}
        .boleh{font-weight:400;color:var(--tinta-2)}
        .daftar{padding-left:1.3em}
        .daftar li{margin-bottom:var(--s2)}
        .tersembunyi{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;
        clip-path:inset(50%);white-space:nowrap}
        .lompat{position:absolute;left:var(--s3);top:-10rem;z-index:9;background:var(--fokus);
        color:var(--pada-fokus);padding:var(--s3) var(--s4)}
        .lompat:focus{top:var(--s2)}
        [hidden]{display:none!important}

        """

    private static let header = """
        .kepala{background:var(--kepala);color:var(--pada-kepala);border-bottom:4px solid var(--emas)}
        .kepala a,.kepala summary{color:inherit;text-decoration:none;min-height:48px;
        display:flex;align-items:center;padding:0 var(--s3);cursor:pointer}
        .kepala summary,.kepala .masuk{font-size:var(--u2);padding:0 var(--s2)}
        .kepala a:hover,.kepala summary:hover{text-decoration:underline}
        .kepala-isi,.kaki-isi,main{width:100%;max-width:calc(var(--lebar) + 2*var(--s4));
        margin:0 auto;padding:0 var(--s4)}
        .kepala-isi{display:flex;flex-wrap:wrap;align-items:center;min-height:56px;
        padding:0 var(--s1)}
        .nama{font-weight:600;gap:var(--s2);flex:1 1 8rem;line-height:1.2}
        .menu{margin:0}
        .menu summary{list-style:none}
        .menu summary::-webkit-details-marker{display:none}
        .menu summary::after{content:"";width:.45em;height:.45em;border:solid;
        border-width:0 2px 2px 0;transform:translateY(-.15em) rotate(45deg);margin-left:.5em}
        .menu[open] summary::after{transform:translateY(.1em) rotate(-135deg)}
        .menu[open]{order:9;flex-basis:100%}
        .menu[open] summary{justify-content:flex-end}
        .menu ul{list-style:none;margin:0 0 var(--s2);padding:0;columns:14rem}
        .pita-contoh{margin:0;background:var(--ingat-muda);color:var(--ingat);text-align:center;
        padding:var(--s2) var(--s4);font-size:var(--u2)}
        .kaki{background:var(--lapis);border-top:1px solid var(--garis);margin-top:auto;
        padding:var(--s5) 0;font-size:var(--u2)}
        .kaki p{margin:var(--s2) 0 0}
        .baris{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;column-gap:var(--s5)}
        main nav .baris{margin:0 0 var(--s4)}
        main nav .baris a{display:inline-flex;align-items:center;min-height:var(--sasaran)}
        .baris [aria-current]{color:var(--tinta);font-weight:600;text-decoration-thickness:4px}
        h1 .angka{display:inline-block}
        .kaki .baris a{display:inline-block;padding:var(--s2) 0}
        .kaki nav .baris{font-size:var(--u3);font-weight:600}
        .ukuran,.bahasa{color:var(--tinta-2)}
        .bahasa a{display:inline-block;padding:var(--s1) 0}

        """

    private static let main = """
        main{padding-bottom:var(--s8)}
        main>p,main>ul,main>ol,main>h1,main>h2,main>h3,main>form,main>.kabar,main>.rinci,
        .isian,.galat{max-width:40rem}
        .kembali{display:inline-flex;align-items:center;min-height:48px;margin-top:var(--s2);
        color:var(--tinta)}
        .kembali::before{content:"";width:.5em;height:.5em;border:solid;border-width:0 0 2px 2px;
        transform:rotate(45deg);margin-right:.5em}
        .kembali+h1,.kembali+form h1:first-child,.kembali+.langkah,.langkah+h1{margin-top:var(--s2)}
        .langkah{color:var(--tinta-2);margin:var(--s3) 0 0}
        .untuk{background:var(--utama-muda);color:var(--tinta);padding:var(--s3) var(--s4);
        margin:0 calc(-1*var(--s4));max-width:none!important;position:sticky;top:0;z-index:5}

        """

    private static let buttons = """
        .tombol{display:inline-flex;align-items:center;justify-content:center;text-align:center;
        min-height:var(--sasaran);padding:var(--s2) var(--s5);border:2px solid var(--utama);
        border-radius:4px;background:var(--utama);color:var(--pada-utama);font:inherit;
        font-weight:600;line-height:1.25;text-decoration:none;cursor:pointer}
        .tombol:hover{background:var(--utama-tekan);border-color:var(--utama-tekan);
        color:var(--pada-utama)}
        .tombol-dua{background:var(--permukaan);color:var(--utama)}
        .tombol-dua:hover{background:var(--utama-muda);color:var(--utama);
        border-color:var(--utama)}
        .tombol-tenang{background:none;border-color:transparent;color:var(--utama);
        text-decoration:underline;text-underline-offset:.18em;padding:var(--s2) var(--s3);
        font-weight:400}
        .tombol-tenang:hover{background:var(--utama-muda);border-color:transparent;
        color:var(--utama)}
        .tombol-bahaya{background:var(--bahaya);border-color:var(--bahaya);
        color:var(--pada-bahaya)}
        .tombol-bahaya:hover{background:var(--tinta);border-color:var(--tinta);color:var(--kertas)}
        .tombol:disabled{opacity:.6;cursor:default}
        .tombol-baris{display:flex;flex-wrap:wrap;gap:var(--s3);margin:var(--s5) 0;
        align-items:center}

        """
}
