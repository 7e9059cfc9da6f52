// Charts and maps: four series, a ramp of five, a hatch where nothing is known (ux.md 3.5).

extension Stylesheet {
    static let charts =
        themed(
            light: "--deret:#0B4F5C;--deret-2:#A86500;"
                + "--jenjang-1:#E4EFF0;--jenjang-2:#B5D3D7;--jenjang-3:#7FB1B8;"
                + "--jenjang-4:#4A8B95;--jenjang-5:#0B4F5C",
            dark: "--deret:#6FC3CF;--deret-2:#D99A2B;"
                + "--jenjang-1:#1F3236;--jenjang-2:#2B525A;--jenjang-3:#3F7F8A;"
                + "--jenjang-4:#5BA9B5;--jenjang-5:#9ADBE4"
        ) + """
            .batang{display:inline-block;vertical-align:middle;margin-left:var(--s2)}
            .batang .sumbu{stroke:var(--garis)}
            .batang .dasar{fill:var(--garis)}
            .batang .isi{fill:var(--deret)}
            .gambar{width:100%;max-width:40rem;display:block}
            .gambar text{fill:var(--tinta);font-size:12px}
            .gambar .sumbu{stroke:var(--garis);stroke-width:1}
            .gambar .garis{fill:none;stroke:var(--deret);stroke-width:2.5}
            .gambar .titik{fill:var(--deret)}
            .gambar .sasaran{stroke:var(--deret-2);stroke-width:2;stroke-dasharray:6 4}
            .gambar .daerah{stroke:var(--tepi);stroke-width:1}
            .gambar a:focus-visible{outline:3px solid var(--tinta)}
            .gambar .di-peta{font-size:26px;font-weight:600;paint-order:stroke;
            stroke:var(--kertas);stroke-width:6px}
            .denah{max-width:14rem;max-height:14rem;display:block;margin-bottom:var(--s4)}
            .denah path{fill:var(--utama-muda);stroke:var(--utama);stroke-width:2}
            .denah circle{fill:none;stroke:var(--bahaya);stroke-width:3}
            .jenjang-1{fill:var(--jenjang-1)}
            .jenjang-2{fill:var(--jenjang-2)}
            .jenjang-3{fill:var(--jenjang-3)}
            .jenjang-4{fill:var(--jenjang-4)}
            .jenjang-5{fill:var(--jenjang-5)}
            .jenjang-0{fill:url(#arsir)}
            #arsir rect{fill:var(--permukaan)}
            #arsir path{stroke:var(--tepi);stroke-width:1}
            .keterangan{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4);
            font-size:var(--u2)}
            .keterangan rect{stroke:var(--tepi)}
            .keterangan svg{vertical-align:-2px;margin-right:var(--s1)}

            """
}
