import Blueprints
import Testing

@Test(
    arguments: [
        ("0812-0000-0001", "081200000001"), ("+62 812 0000 0001", "081200000001"),
        ("62812.0000.0001", "081200000001"), ("81200000001", "081200000001"),
        ("(0812) 0000001", "08120000001"),
    ]
)
func `a phone number is one, however it is written`(written: String, kept: String) {
    #expect(Phone.read(written) == kept)
}

@Test(arguments: ["0812", "0711-310310", "08x2-0000-0001", "", "081200000000000"])
func `a phone number that cannot get a message is refused`(written: String) {
    #expect(Phone.read(written) == nil)
}
