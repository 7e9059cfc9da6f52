import Stories

/// Why a file with plots in it is not read at all.
package enum PlotRefusal: Refusal, Hashable {
    case unknownForm
    case brokenArchive
    case encrypted
    case tooManyEntries
    case swollen
    case brokenXML(line: Int)
    case documentType
    case brokenShapes
    case tooLarge
    case otherProjection(String)
    case noProjection
    case brokenSheet
    case noPlots

    package var sentence: String {
        switch self {
        case .unknownForm:
            "Berkas ini bukan GeoJSON, KML, KMZ, GPX, Shapefile dalam zip, atau XLSX."
        case .brokenArchive: "Berkas zip ini rusak. Buat lagi, lalu kirim lagi."
        case .encrypted: "Berkas ini terkunci dengan kata sandi. Simpan tanpa kata sandi."
        case .tooManyEntries: "Isi zip ini lebih dari \(Archive.mostEntries) berkas."
        case .swollen: "Isi zip ini terlalu besar setelah dibuka."
        case .brokenXML(let line): "Berkas ini rusak di baris \(line). Simpan lagi dari programnya."
        case .documentType: "Berkas ini memuat DOCTYPE, yang tidak dibaca demi keamanan."
        case .brokenShapes: "Shapefile ini rusak atau tidak lengkap: perlu .shp, .dbf dan .prj."
        case .tooLarge: "Berkas ini terlalu besar. Bagi menjadi beberapa."
        case .otherProjection(let name):
            "Koordinatnya memakai sistem \"\(name)\". Simpan sebagai WGS 84 atau UTM zona 46 sampai 54."
        case .noProjection:
            "Koordinatnya bukan derajat dan tidak ada berkas .prj yang menyebut sistemnya."
        case .brokenSheet: "Lembar XLSX ini tidak bisa dibaca. Simpan sebagai CSV."
        case .noPlots: "Tidak ada titik maupun batas kebun dalam berkas ini."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .unknownForm:
            "This file is not GeoJSON, KML, KMZ, GPX, a zipped Shapefile or XLSX."
        case .brokenArchive: "This zip file is broken. Make it again and send it again."
        case .encrypted: "This file is locked with a password. Save it without one."
        case .tooManyEntries: "There are more than \(Archive.mostEntries) files in this zip file."
        case .swollen: "What is in this zip file is too large when unpacked."
        case .brokenXML(let line): "This file is broken in line \(line). Save it again."
        case .documentType: "This file has a DOCTYPE, which is not read for safety."
        case .brokenShapes: "This Shapefile is broken or not whole: .shp, .dbf and .prj are needed."
        case .tooLarge: "This file is too large. Split it."
        case .otherProjection(let name):
            "Its coordinates are in \"\(name)\". Save it as WGS 84 or in a UTM zone from 46 to 54."
        case .noProjection: "Its coordinates are no degrees and no .prj file says what they are."
        case .brokenSheet: "This XLSX sheet cannot be read. Save it as CSV."
        case .noPlots: "There is neither a point nor a boundary in this file."
        }
    }

    package var status: Int { 422 }
}
