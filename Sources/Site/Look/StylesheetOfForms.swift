extension Stylesheet {
    static let forms = """
        .isian{margin-bottom:var(--s5)}
        .isian h1{margin-bottom:var(--s2)}
        fieldset{border:0;padding:0;min-width:0;margin:0}
        legend{padding:0;margin-bottom:var(--s1)}
        label{display:block}
        .tanya{display:block;font-weight:600;margin-bottom:var(--s1)}
        .isian .petunjuk{margin:0 0 var(--s2)}
        .perbaiki{border-left:4px solid var(--bahaya);padding-left:var(--s4)}
        .keliru{color:var(--bahaya);font-weight:600;margin:0 0 var(--s2)}
        .galat{border:4px solid var(--bahaya);border-radius:8px;padding:var(--s4);
        margin:var(--s4) 0;background:var(--permukaan)}
        .galat h2{margin:0 0 var(--s2)}
        .galat ul{margin:0;padding-left:1.2em}
        .galat li{padding:2px 0}
        .galat a{color:var(--bahaya);font-weight:600;padding:2px 0}
        .kotak{display:block;width:100%;min-height:var(--sasaran);padding:var(--s2) var(--s3);
        border:2px solid var(--tepi);border-radius:4px;background:var(--permukaan);
        color:var(--tinta);font:inherit}
        .kotak[aria-invalid]{border-color:var(--bahaya)}
        textarea.kotak{min-height:8rem;resize:vertical}
        textarea+.petunjuk{margin-top:var(--s1)}
        .sedang{max-width:16rem}
        .pendek{max-width:10rem}
        .hari{width:4rem}
        .tahun{width:5.5rem}
        .tanggal{display:flex;flex-wrap:wrap;gap:var(--s3)}
        .titik{display:flex;flex-wrap:wrap;gap:var(--s3);margin-bottom:var(--s2)}
        .titik>div{flex:1 1 9rem;max-width:14rem}
        .berunit{display:flex;align-items:center;gap:var(--s2)}
        .berunit>span{flex:none}
        .unggah{height:auto;padding:var(--s3);border-style:dashed}
        .unggah::file-selector-button{font:inherit;min-height:40px;padding:0 var(--s4);
        margin-right:var(--s3);border:2px solid var(--utama);border-radius:4px;
        background:var(--permukaan);color:var(--utama);font-weight:600;cursor:pointer}
        .pilihan>label{display:flex;align-items:center;gap:var(--s3);min-height:var(--sasaran);
        padding:var(--s2) var(--s3);border:2px solid var(--tepi);border-radius:4px;
        margin-bottom:var(--s2);background:var(--permukaan);cursor:pointer}
        .pilihan>label:hover{border-color:var(--utama)}
        .pilihan>label:has(:checked){border-color:var(--utama);background:var(--utama-muda)}
        .pilihan>label:has(:focus-visible){outline:3px solid var(--tinta);
        box-shadow:0 0 0 6px var(--fokus)}
        .pilihan>label :focus-visible{outline:0;box-shadow:none}
        .pilihan-baris .petunjuk{display:block;margin:0}
        .berdua{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.6rem,1fr));
        gap:0 var(--s2)}
        .unggah+label{margin-top:var(--s3)}
        .telanjang legend{margin-bottom:var(--s2)}
        input[type=radio],input[type=checkbox]{width:24px;height:24px;margin:0;flex:none;
        accent-color:var(--utama)}
        .cari{margin-top:var(--s3)}
        form[role=search]{display:flex;flex-wrap:wrap;align-items:flex-end;
        gap:var(--s2);margin-bottom:var(--s5)}
        form[role=search]>.isian{flex:1;min-width:0;margin:0}
        form[role=search]>.isian .kotak{max-width:none}
        form[role=search]>.tombol-baris{margin:0;flex:none}
        form[role=search] .tombol{width:auto}
        .cari-baris{display:flex;gap:var(--s2)}
        .cari-baris .kotak{flex:1;min-width:0}
        .satu{border:1px solid var(--garis);border-radius:8px;padding:var(--s4);
        margin:0 0 var(--s4)}
        .satu>.isian:last-of-type{margin-bottom:var(--s2)}
        .satu>.tombol-tenang{margin-left:calc(-1*var(--s3))}

        """

    /// On paper: black on white, the number and the code, nothing to press.
    static let paper = """
        @page{margin:18mm 16mm}
        @page struk58{size:58mm 160mm;margin:3mm}
        @page struk80{size:80mm 160mm;margin:4mm}
        @media print{
        html{font-size:11pt}
        :root:root{color-scheme:light}
        body{background:#fff;color:#000;display:block}
        .lompat,.menu,.terpasang,.kepala .masuk,.kembali,.tombol,.tombol-baris,.kaki,.halaman,.ubah,form .cari,
        .rinci>summary::marker{display:none}
        .kepala{background:none;color:#000;border-bottom:1px solid #000}
        .kepala-isi,main{max-width:none;padding:0}
        main{padding-top:4mm}
        a{color:inherit;text-decoration:none}
        .dua,.samping{display:block}
        main a[href*="wa.me"]{display:none}
        main a[href^="http"]::after{content:" (" attr(href) ")";font-size:9pt}
        .panel{background:none;color:#000;border:2px solid #000}
        .kabar,.tanda,.berkas,.satu{background:none;color:#000;border-color:#000}
        .tabel thead{display:table-header-group}
        .tabel tr,.kabar,.berkas,.ringkas>div,.riwayat li,.qr,.panel{break-inside:avoid}
        h1,h2,h3{break-after:avoid}
        .undak i{border-color:#000!important;print-color-adjust:exact}
        .undak .penuh{background:#000}
        .undak .kini{background:repeating-linear-gradient(135deg,#000 0 2px,#fff 2px 5px)}
        .struk-58,.struk-80{font-size:10pt;width:52mm;margin:0;color:#000}
        .struk-58{page:struk58}
        .struk-80{page:struk80;width:72mm}
        .struk-58 .nomor,.struk-80 .nomor{font-size:20pt}
        .struk-58 .qr svg,.struk-80 .qr svg{width:30mm;height:30mm}
        }
        .struk-58,.struk-80{text-align:center}

        """
}
