extension Stylesheet {
    static let information = """
        .fakta{border-top:1px solid var(--garis)}
        .fakta>div{display:grid;grid-template-columns:min(9rem,34%) minmax(0,1fr);gap:var(--s4);
        padding:var(--s3) 0;border-bottom:1px solid var(--garis)}
        .fakta dt,.ringkas dt{color:var(--tinta-2)}
        dd{margin:0}
        .fakta dd{font-weight:600}
        .ringkas{border-top:1px solid var(--garis)}
        .ringkas>div{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:var(--s4);
        padding:var(--s3) 0;border-bottom:1px solid var(--garis)}
        .ringkas dt{font-size:var(--u2);grid-column:1}
        .ringkas dd{grid-column:1}
        .ringkas .ubah{grid-area:1/2/3/3;align-self:center}
        .ubah a{display:inline-flex;align-items:center;min-height:var(--sasaran)}
        .tanda{display:inline-block;padding:0 var(--s2);border-radius:4px;font-size:var(--u2);
        line-height:1.6;background:var(--lapis);color:var(--tinta);white-space:nowrap;
        border:1px solid transparent}
        .fakta .tanda{white-space:normal}
        .tanda-info{background:var(--info-muda);color:var(--info)}
        .tanda-ingat{background:var(--ingat-muda);color:var(--ingat)}
        .tanda-bahaya{background:var(--bahaya-muda);color:var(--bahaya)}
        .tanda-beres{background:var(--beres-muda);color:var(--beres)}
        .undak-baris{display:flex;flex-wrap:wrap;align-items:flex-end;gap:var(--s2) var(--s3);
        margin:0 0 var(--s4)}
        .undak{display:inline-flex;align-items:flex-end;gap:3px;height:28px;flex:none}
        .undak i{width:14px;height:12px;border:2px solid var(--utama);border-radius:2px}
        .undak i:nth-child(2){height:16px}
        .undak i:nth-child(3){height:20px}
        .undak i:nth-child(4){height:24px}
        .undak i:nth-child(n+5){height:28px}
        .undak .penuh{background:var(--utama)}
        .undak .kini{background:repeating-linear-gradient(135deg,var(--utama) 0 2px,
        transparent 2px 5px)}
        .undak .nanti{border-color:var(--tepi)}
        .riwayat{list-style:none;padding:0;border-left:4px solid var(--garis)}
        .riwayat li{padding:0 0 var(--s4) var(--s4);position:relative}
        .riwayat li::before{content:"";position:absolute;left:-10px;top:.4em;width:12px;height:12px;
        border-radius:2px;background:var(--kertas);border:2px solid var(--tepi)}
        .riwayat li:first-child::before{background:var(--utama);border-color:var(--utama)}
        .riwayat p{margin:0;color:var(--tinta-2)}
        .tugas{list-style:none;padding:0;border-top:1px solid var(--garis)}
        .tugas li,.berkas{display:flex;flex-wrap:wrap;justify-content:space-between;
        align-items:center;gap:var(--s1) var(--s4);padding:var(--s2) 0;min-height:56px;
        border-bottom:1px solid var(--garis)}
        .tugas p,.berkas p{margin:0}
        .tugas a,.berkas a{display:inline-block;padding:var(--s2) 0}
        .berkas{border:1px solid var(--garis);border-radius:8px;padding:var(--s3) var(--s4);
        margin-bottom:var(--s4);background:var(--permukaan);max-width:40rem}
        .panel{background:var(--utama);color:var(--pada-utama);border-radius:8px;
        padding:var(--s5) var(--s4);margin:var(--s5) 0;text-align:center;max-width:40rem}
        .panel h1,.panel p{margin:0 0 var(--s2)}
        .nomor{font-size:min(var(--u6),8vw);font-weight:600;line-height:1.2;
        font-variant-numeric:tabular-nums;user-select:all}
        .panel .nomor{margin:0}
        .layar{max-width:none}
        .layar p{font-size:min(6vw,6vh)}
        .layar .nomor{font-size:min(28vw,38vh);line-height:1.1}
        .kabar{border:1px solid var(--tepi);border-left:4px solid;border-radius:4px;
        padding:var(--s4);margin:var(--s4) 0}
        .kabar h2{margin:0 0 var(--s2);font-size:var(--u3)}
        .kabar>:last-child{margin-bottom:0}
        .kabar p{color:var(--tinta)}
        .kabar-info{border-color:var(--info);background:var(--info-muda)}
        .kabar-ingat{border-color:var(--ingat);background:var(--ingat-muda)}
        .kabar-bahaya{border-color:var(--bahaya);background:var(--bahaya-muda)}
        .kabar-beres{border-color:var(--beres);background:var(--beres-muda)}
        .rinci summary{cursor:pointer;min-height:var(--sasaran);padding:var(--s3) 0;
        color:var(--utama);text-decoration:underline;text-underline-offset:.18em}
        .rinci>div{border-left:4px solid var(--garis);padding:var(--s2) 0 var(--s2) var(--s4)}
        .rinci>div>:last-child{margin-bottom:0}
        .kosong{border:2px dashed var(--garis);border-radius:8px;padding:var(--s5);
        text-align:center;color:var(--tinta-2);margin-bottom:var(--s4);max-width:40rem}
        .kosong p{margin:0}
        .qr{margin:var(--s5) 0;text-align:center;font-size:var(--u2);max-width:40rem}
        .qr>div{display:inline-block;background:#fff;padding:var(--s3);border-radius:8px;
        border:1px solid var(--garis);line-height:0}
        .qr svg{width:200px;height:200px}
        .qr figcaption{color:var(--tinta-2);margin-top:var(--s2)}
        .ubahan{border-left:4px solid var(--garis);padding-left:var(--s3)}

        """

    /// Where the screen is narrow, each cell is a line: its heading, and the value beside it.
    ///
    /// Both are wrapped at words within a width of their own. Where letters are so large that no word would
    /// fit there, `--label` is nothing, and the heading stands above the value.
    static let tables = """
        .tabel{border-collapse:collapse;width:100%;font-size:var(--u2)}
        .tabel caption{text-align:left;font-weight:600;padding-bottom:var(--s2);
        font-size:var(--u3)}
        .tabel th,.tabel td{text-align:left;vertical-align:top;padding:var(--s3);
        border-bottom:1px solid var(--garis);font-weight:400}
        .tabel thead th{background:var(--lapis);font-weight:600}
        .tabel tbody th{font-weight:600}
        .tabel .kanan{text-align:right}
        .tabel tbody tr:hover{background:var(--lapis)}
        .tabel .pilih{padding:0;width:48px}
        .pilih label{display:flex;align-items:center;justify-content:center;min-height:48px;
        min-width:48px;cursor:pointer}
        .beda{background:var(--ingat-muda)}
        .halaman{display:flex;flex-wrap:wrap;gap:0 var(--s3);align-items:center;
        margin:var(--s4) 0}
        .halaman a{display:inline-flex;align-items:center;min-height:var(--sasaran)}
        @media (max-width:40em){
        .tabel,.tabel tbody,.tabel tr,.tabel caption{display:block}
        .tabel thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .tabel tr{padding:var(--s3) 0;border-bottom:1px solid var(--garis);position:relative}
        .tabel{--label:clamp(0px,(38vw - 6.5rem)*999,38vw)}
        .tabel tbody th,.tabel td{display:flow-root;border:0;padding:2px 0}
        .tabel .kanan{text-align:left}
        .tabel td[data-judul]{padding-left:var(--label)}
        .tabel td[data-judul]::before{content:attr(data-judul);color:var(--tinta-2);float:left;
        margin-left:calc(-1*var(--label));overflow-wrap:break-word;
        width:clamp(var(--label) - .75rem,(6.5rem - 38vw)*999,100%)}
        .tabel tbody tr:hover{background:none}
        .tabel .pilih{position:absolute;left:-12px;top:0}
        .tabel .pilih~*{margin-left:40px}
        .beda{padding-left:var(--s3)!important;padding-right:var(--s3)!important}
        }

        """

    static let narrowAndWide = """
        @media (max-width:30em){.tombol-baris>.tombol{width:100%}}
        @media (min-width:30em){
        .riwayat li{display:grid;grid-template-columns:8rem 1fr;column-gap:var(--s4)}
        .ringkas>div{grid-template-columns:minmax(8rem,14rem) 1fr auto}
        .ringkas dt{font-size:inherit}
        .ringkas dd{grid-column:2}
        .ringkas .ubah{grid-area:auto;grid-column:3}
        .ubah a{min-height:24px}
        }
        @media (min-width:48em){
        .dua{display:grid;grid-template-columns:1fr 1fr;gap:0 var(--s7)}
        .samping{display:grid;grid-template-columns:15rem 1fr;gap:0 var(--s6)}
        }
        @media (prefers-reduced-motion:no-preference){
        .tombol,.kepala a{transition:opacity 120ms}
        .tombol:active{opacity:.8}
        }

        """

    static let forced = """
        @media (forced-colors:active){
        .tanda{border-color:CanvasText}
        .undak i{border-color:CanvasText}
        .undak .penuh{background:CanvasText;forced-color-adjust:none}
        .tombol{border-color:ButtonText}
        .panel{border:2px solid}
        :focus-visible{outline-color:Highlight}
        }

        """
}
