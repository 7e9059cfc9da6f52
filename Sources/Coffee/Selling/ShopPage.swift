import Site
import Stories

/// A small business, for everybody: what it sells, what it costs, how to buy.
struct ShopPage: Page {
    let holder: Code
    let content: ShopContent
    let lots: [ShownLot]
    let vocabulary: CoffeeVocabulary

    var frame: Frame {
        var frame = Frame(back: Link(.coffeeOfTheRegion, "/kopi"), isIndexed: true)
        frame.description = content.about.words
        return frame
    }

    func title(for visit: Visit) -> String { content.name }

    func body(_ html: HTML) {
        html(.h1, content.name)
        paragraphs(content.about.words, html)
        products(html)
        html(.h2, .howToBuy)
        paragraphs(content.howToBuy.words, html)
        let text = Words.askTheShop(content.name).text(in: html.visit.language)
        html(
            ButtonRow(
                Button(.buyByWhatsApp, .primary, .go(.whatsApp(content.whatsApp, saying: text))),
                Button(
                    .share,
                    .secondary,
                    .share(text: content.name, Address("/kopi/usaha/\(holder)"))
                )
            )
        )
        stock(html)
        html(.p, .pricesAreTheirs, .class("redup"))
        html(.p) { html(.a, .somethingWrong, .href("/pengaduan")) }
    }

    /// Each line that was typed as a paragraph, marked where it is in another language.
    private func paragraphs(_ words: Words, _ html: HTML) {
        let (text, language) = words.best(for: html.visit.language)
        for line in text.split(separator: "\n") {
            html(
                .p,
                String(line),
                .when(language != html.visit.language, .lang(language))
            )
        }
    }

    private func products(_ html: HTML) {
        html(.h2, .whatIsSold)
        html(
            DataTable(
                .whatIsSold,
                [.init(.product), .init(.priceOfProduct, isNumber: true)],
                content.products.map { product in
                    DataTable.Line([
                        .words(product.name.words), .words(.rupiahOrNone(product.price)),
                    ])
                }
            )
            .whenEmpty(.askWhatIsThere).underItsHeading
        )
    }

    private func stock(_ html: HTML) {
        guard !lots.isEmpty else { return }
        html(.h2, .lotsInStock)
        html(.ul, .class("daftar")) {
            for lot in lots {
                html(.li) {
                    html(.a, lot.title, .href(Address("/kopi/lot/\(lot.code)")))
                    html.text(" · ")
                    html.text(vocabulary.what(lot.what))
                    html.text(" · ")
                    html.text(.harvestOf(lot.season))
                    if let grade = lot.grade {
                        html.text(" · ")
                        html.text(.gradeIs(grade))
                    }
                }
            }
        }
    }
}

/// The form by which a unit describes its business.
struct ShopForm {
    let holder: Code
    var typed: FormAsTyped
    let isOpen: Bool

    /// So many products have a row.
    static let mostProducts = 6

    var page: FormPage {
        var page = FormPage(.shopOfMyUnit, form, back: Link(.coffeeLots, "/lot"))
        page.frame.status = typed.isRight ? 200 : 422
        page.before = [Paragraphs(.everybodyReadsShop)]
        if isOpen {
            page.after = [
                ButtonRow(Button(.seeMyShop, .secondary, .go(Address("/kopi/usaha/\(holder)")))),
                Form(
                    to: Address("/lot/usaha/\(holder)/tutup"),
                    [],
                    buttons: [Button(.closeShop, .danger)]
                ),
            ]
        }
        return page
    }

    private var form: Form {
        var fields = [
            typed.line("nama", .shopName),
            typed.long("tentang", .aboutShop),
            typed.field(
                "tentang-en",
                .aboutShopInEnglish,
                isOptional: true,
                .longText(typed["tentang-en"], most: 2000)
            ),
            typed.long("beli", .howToBuy, hint: .howToBuyHint),
            typed.field(
                "beli-en",
                .howToBuyInEnglish,
                isOptional: true,
                .longText(typed["beli-en"], most: 2000)
            ),
            typed.field("wa", .shopWhatsApp, .text(TextInput(typed["wa"], .phone, most: 20))),
        ]
        for number in 1...Self.mostProducts {
            fields += [
                typed.line("produk-\(number)", .productNumber(number), isOptional: true),
                typed.line("produk-en-\(number)", .productInEnglish(number), isOptional: true),
                typed.money("harga-\(number)", .priceNumber(number), isOptional: true),
            ]
        }
        return Form(
            to: Address("/lot/usaha/\(holder)"),
            fields,
            buttons: [Button(.saveShop, .primary)]
        )
    }

    /// What the form says; nil where something is to be put right, which stands in it then.
    mutating func read(_ posted: Posted) -> ShopContent? {
        typed = FormAsTyped(posted)
        let name = bounded("nama", 80)
        let about = bounded("tentang", 2000)
        let how = bounded("beli", 2000)
        let digits = typed["wa"].filter { $0.isASCII && $0.isNumber }
        if !(9...15).contains(digits.count) { typed.errors["wa"] = .phoneTooShort }
        var products: [ShopContent.Product] = []
        for number in 1...Self.mostProducts where !typed["produk-\(number)"].isEmpty {
            let title = bounded("produk-\(number)", 80)
            guard let price = typed.money("harga-\(number)") else { continue }
            let english = String(typed["produk-en-\(number)"].prefix(80))
            products.append(.init(.init(title, english), price: price))
        }
        guard typed.isRight else { return nil }
        return ShopContent(
            name,
            about: .init(about, String(typed["tentang-en"].prefix(2000))),
            howToBuy: .init(how, String(typed["beli-en"].prefix(2000))),
            whatsApp: digits,
            products: products
        )
    }

    private mutating func bounded(_ name: String, _ most: Int) -> String {
        let text = typed.text(name)
        if text.count > most { typed.errors[name] = .tooLong(most: most, over: text.count - most) }
        return text
    }
}

extension FormAsTyped {
    /// A page as it stands, to be changed.
    init(_ content: ShopContent) {
        self.init()
        values = [
            "nama": content.name, "tentang": content.about.indonesian,
            "tentang-en": content.about.english, "beli": content.howToBuy.indonesian,
            "beli-en": content.howToBuy.english, "wa": content.whatsApp,
        ]
        for (index, product) in content.products.enumerated() {
            values["produk-\(index + 1)"] = product.name.indonesian
            values["produk-en-\(index + 1)"] = product.name.english
            values["harga-\(index + 1)"] = "\(product.price)"
        }
    }
}

extension Words {
    static let coffeeBusinesses = Words("Usaha kopi", "Coffee businesses")
    static let shopOfMyUnit = Words("Halaman usaha", "Page of the business")
    static let everybodyReadsShop = Words(
        "Semua orang membaca halaman ini, dan ada di daftar usaha kopi.",
        "Everybody reads this page, and it stands in the list of coffee businesses."
    )
    static let shopName = Words("Nama usaha", "Name of the business")
    static let aboutShop = Words("Tentang usaha ini", "About the business")
    static let aboutShopInEnglish = Words(
        "Tentang usaha ini, dalam bahasa Inggris",
        "About the business, in English"
    )
    static let howToBuy = Words("Cara membeli", "How to buy")
    static let howToBuyHint = Words(
        "Misalnya: datang ke gudang, atau pesan lewat WhatsApp dan bayar saat diterima.",
        "For example: come to the store, or order by WhatsApp and pay on delivery."
    )
    static let howToBuyInEnglish = Words(
        "Cara membeli, dalam bahasa Inggris",
        "How to buy, in English"
    )
    static let shopWhatsApp = Words("Nomor WhatsApp untuk pembeli", "WhatsApp for buyers")
    static let saveShop = Words("Terbitkan halaman", "Publish the page")
    static let seeMyShop = Words("Lihat halamannya", "See the page")
    static let closeShop = Words("Tutup halaman ini untuk umum", "Close the page")
    static let whatIsSold = Words("Yang dijual", "What is sold")
    static let product = Words("Barang", "Product")
    static let priceOfProduct = Words("Harga", "Price")
    static let askWhatIsThere = Words(
        "Tanyakan apa yang sedang ada.",
        "Ask what is there at the moment."
    )
    static let buyByWhatsApp = Words("Pesan lewat WhatsApp", "Order by WhatsApp")
    static let lotsInStock = Words("Lot yang ada", "Lots in stock")
    static let pricesAreTheirs = Words(
        "Isi dan harga di halaman ini ditulis oleh usahanya sendiri.",
        "The business itself wrote what stands on this page and its prices."
    )

    static func shopOf(_ unit: String) -> Words {
        Words("Halaman usaha \(unit)", "Page of \(unit)")
    }

    static func productNumber(_ number: Int) -> Words {
        Words("Barang \(number)", "Product \(number)")
    }

    static func productInEnglish(_ number: Int) -> Words {
        Words("Barang \(number), dalam bahasa Inggris", "Product \(number), in English")
    }

    static func priceNumber(_ number: Int) -> Words {
        Words("Harga barang \(number)", "Price of product \(number)")
    }

    static func askTheShop(_ name: String) -> Words {
        Words("Halo \(name), saya mau membeli kopi.", "Hello \(name), I would like to buy coffee.")
    }
}
