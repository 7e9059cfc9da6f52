extension Stylesheet {
    /// What only shows in the installed program, or is kept on the phone.
    static let offline = """
        .terpasang{display:none}
        @media (display-mode:standalone) and (max-width:48em){
        .terpasang{display:flex;position:sticky;bottom:0;z-index:5;background:var(--lapis);
        border-top:1px solid var(--tepi)}
        .terpasang a{flex:1;display:flex;align-items:center;justify-content:center;min-height:56px;
        padding:0 2px;font-size:var(--u1);font-weight:600;text-decoration:none}
        }
        .kotak-keluar{list-style:none;padding:0}
        .tombol-tumpuk{display:flex;flex-direction:column;gap:var(--s3);margin:var(--s4) 0}
        .jalan{border:1px solid var(--garis);border-radius:8px;padding:var(--s4);
        margin-bottom:var(--s4)}
        .jalan>.tombol,.tombol-tumpuk>.tombol{width:100%}
        [name=berat],[data-aksi=timbang-bayar] strong{font-size:var(--u5);font-weight:600}
        [data-aksi=timbang-bayar]>*{display:block}
        .struk-58 .fakta{text-align:left}
        @media print{.struk-58.satu{border:0;padding:0}.struk-58 .fakta>div{padding:0;gap:2mm}
        .slip main~*,.slip .pita-contoh,.slip .kepala,.slip main>:not([data-aksi=timbang-slip]),
        [data-aksi=timbang-slip]>:not(.struk-58){display:none}}
        .jalan svg{display:block;margin:0 auto var(--s3);background:var(--permukaan)}

        """
}
