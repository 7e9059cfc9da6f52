/// The mark of the product as a small picture: five rising steps.
enum Mark {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\
        <rect width="32" height="32" rx="4" fill="#083B45"/>\
        <g fill="#fff"><rect x="4" y="22" width="4" height="5"/>\
        <rect x="9" y="18" width="4" height="9"/><rect x="14" y="14" width="4" height="13"/>\
        <rect x="19" y="10" width="4" height="17"/></g>\
        <rect x="24" y="5" width="4" height="22" fill="#C9971C"/></svg>
        """
}
