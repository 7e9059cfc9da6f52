/// What only officials' pages look like: a file of its own, so that no citizen pays for it.
enum StylesheetOfTheWorkbench {
    static let text = """
        .luas{max-width:none!important}
        #tulisan,#tulisan_en{field-sizing:content;max-height:70vh}
        .saring{display:grid;gap:0 var(--s4);
        grid-template-columns:repeat(auto-fill,minmax(min(14rem,100%),1fr))}
        .saring>.tombol-baris{grid-column:1/-1}
        .saring select{width:100%}
        .daftar-kerja tbody th{white-space:nowrap}
        .daftar-kerja:has(.pilih :checked) .pita-aksi{position:sticky;bottom:0}
        .pita-aksi{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s3);
        align-items:center;padding:var(--s3) 0;background:var(--kertas);
        border-top:2px solid var(--garis)}
        .daftar-kerja:has(.tabel :focus-visible) .pita-aksi{position:static}
        .antrean form{display:flex;flex-wrap:wrap;gap:0 var(--s4);align-items:flex-end}
        .susunan li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;
        gap:0 var(--s4);max-width:none;border-bottom:1px solid var(--garis)}
        .bengkel textarea{field-sizing:content;min-height:3lh}
        .tombol-kecil{display:flex;flex-wrap:wrap;gap:0 var(--s3)}
        .lembar{display:block;max-width:100%;height:auto}
        .ponsel iframe{border:2px solid var(--garis);max-width:100%;background:var(--kertas)}
        @media (min-width:64em){
        .tiga{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 var(--s5)}
        .bengkel:not(.sendiri){display:grid;grid-template-columns:minmax(0,1fr) 366px;gap:0 var(--s7)}
        .bengkel>.ponsel{position:sticky;top:var(--s4);align-self:start}
        }
        @media (max-width:40em){
        .daftar-kerja .tabel td:not(.pilih){padding-left:0}
        .daftar-kerja .tabel td::before{display:none}
        .daftar-kerja .tabel td[data-judul]:nth-last-child(3)::before{display:inline;float:none;
        margin:0 var(--s2) 0 0}
        .daftar-kerja .tabel tr{display:flex;flex-wrap:wrap;gap:0 var(--s3)}
        .daftar-kerja .tabel td{flex:0 0 calc(100% - 40px);order:2}
        .daftar-kerja .tabel td:nth-last-child(2){order:1;flex:1;margin:0;text-align:right}
        .daftar-kerja .tabel td:nth-last-child(1){color:var(--tinta-2)}
        }
        @media print{.pita-aksi,.saring{display:none}}

        """
}
