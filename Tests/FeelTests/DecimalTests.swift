import Feel
import Testing

@Suite struct `A decimal` {
    @Test func `adds`() { #expect(Decimal34(1).adding(2) == 3) }
}
