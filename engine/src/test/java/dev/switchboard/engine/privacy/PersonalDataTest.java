package dev.switchboard.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  /**
   * What is hidden stands in brackets; all numbers are made up, cards are their issuers' samples.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my card 4111111111111111 was charged twice       | my card [card number] was charged twice
          charged on 4111 1111 1111 1111!                  | charged on [card number]!
          card: 5555-5555-5555-4444, exp 04/29             | card: [card number], exp 04/29
          amex 3782 822463 10005 declined                  | amex [card number] declined
          Karte 30569309025904 wird nicht genommen         | Karte [card number] wird nicht genommen
          refund to DE89 3704 0044 0532 0130 00 please     | refund to [bank account] please
          IBAN GB82WEST12345698765432.                     | IBAN [bank account].
          mon IBAN: FR14 2004 1010 0505 0001 3M02 606 merci | mon IBAN: [bank account] merci
          write me at casey.doe@example.org                | write me at [e-mail address]
          (casey+air@mail.example.co.uk)                   | ([e-mail address])
          my passport number is C01X00T47                  | my passport number is [passport number]
          Reisepass Nr. C4F2K91V3 liegt vor                | Reisepass Nr. [passport number] liegt vor
          passeport 12AB34567 perdu                        | passeport [passport number] perdu
          我的护照号码 E12345678                              | 我的护照号码 [passport number]
          X4815162 is her passport                         | [passport number] is her passport
          call me on +44 7700 900123                       | call me on [phone number]
          +49 (30) 901820-33 any time                      | [phone number] any time
          it is +4915112345678.                            | it is [phone number].
          reach us? no, me: (212) 555-0142 works           | reach us? no, me: (212) 555-0142 works
          I am at (212) 555-0142 all day                   | I am at [phone number] all day
          my mobile 07700 900123                           | my mobile [phone number]
          meine Nummer 0151 23456789                       | meine Nummer [phone number]
          mon numéro 06 12 34 56 78                        | mon numéro [phone number]
          mi teléfono es 612 345 678                       | mi teléfono es [phone number]
          tel 0049 30 901820                               | tel [phone number]
          booking reference X7KQ2M                         | booking reference [booking code]
          Booking ref: QWERTZ not found                    | Booking ref: [booking code] not found
          my PNR is ABC12D                                 | my PNR is [booking code]
          PNR ZKLMNO                                       | PNR [booking code]
          confirmation code is k8jh2w thanks               | confirmation code is [booking code] thanks
          Buchungscode 4FHG7K                              | Buchungscode [booking code]
          Buchungsnummer: 4FHG7K                           | Buchungsnummer: [booking code]
          réservation n° R2D2XY svp                        | réservation n° [booking code] svp
          mi reserva es JQ8X2P                             | mi reserva es [booking code]
          record locator LMNP24                            | record locator [booking code]
          4111111111111111 and casey@example.org           | [card number] and [e-mail address]
          """)
  void personalDataAreHidden(String text, String masked) {
    assertThat(PersonalData.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 4111111111111112 has not arrived",
        "tracking 1Z999AA10123456784",
        "https://shop.example/o/4111111111111111?x=1",
        "www.example.org/casey@example.org",
        "tweet 1862345678901234567 says it all",
        "id 4111111111111111111111",
        "code 0000000000000000",
        "e-ticket 220-4115551234",
        "ticket number 2204115551234",
        "barcode 4006381333931",
        "flight BA1234 is late",
        "my booking for flight BA1234",
        "booking LH1234 cancelled again",
        "reservation for EZY123",
        "confirmation EMAILS never came",
        "BOOKING REFERENCE PLEASE",
        "PLEASE HELP MY BOOKING FAILED TWICE TODAY",
        "booking number please",
        "booking online is broken since monday",
        "reservation 123456 at the hotel",
        "reference please, thanks",
        "I paid 1,299.00 EUR for 2 seats",
        "$1234567890 is a lot",
        "from 2026-11-28 to 2026-12-01",
        "call me 28.11.2026 17",
        "phone me between 1000 and 1800",
        "my phone died at 20:15 on 2026-11-28",
        "mobile plan 2025-2026 2000",
        "won 3-2 4-1 6-4 6-7",
        "#12345678901 trends",
        "@casey1234567 hi",
        "@casey@mastodon.example hello",
        "write to support@example.org",
        "customer.service@example.org does not answer",
        "call us on +44 20 7946 0018",
        "our hotline is +49 30 901820",
        "uns erreicht man unter +49 30 901820",
        "call 1-800-555-0142 they said",
        "order 212-555-0142 is lost",
        "order number 07700 900123",
        "room 1204, row 17, seat 23A",
        "passport control took 3 hours on 20261128",
        "my passport expires 2031",
        "passport order 12345678",
        "DE89 3704 0044 0532 0130 01 is wrong",
        "AB12 CDEF 3456",
        "version 10.0.19045.4651",
        "+1000 points for you",
        "since 1999 2004 2008 2012",
        "12345678901234567890",
        "3.14159265358979",
        "192.168.100.200",
      })
  void otherNumbersAreNot(String text) {
    assertThat(PersonalData.find(text)).isEmpty();
  }

  @Property(tries = 300)
  void aCardIsFoundHoweverItIsGrouped(
      @ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long account,
      @ForAll("separators") String separator) {
    String card = withCheckDigit("4%014d".formatted(account));
    String grouped = String.join(separator, card.split("(?<=\\G.{4})"));
    assertThat(PersonalData.kinds("take " + grouped + ", please"))
        .containsExactly(PersonalKind.CARD);
  }

  @Property(tries = 300)
  void oneWrongDigitMakesItNoCard(
      @ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long account,
      @ForAll @IntRange(min = 1, max = 15) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    char[] digits = withCheckDigit("4%014d".formatted(account)).toCharArray();
    digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
    assertThat(PersonalData.find("take " + new String(digits))).isEmpty();
  }

  @Property(tries = 300)
  void noNumberOfATweetIsACard(
      @ForAll @LongRange(min = 100_000_000_000_000_000L, max = Long.MAX_VALUE) long id) {
    String digits = Long.toString(id);
    boolean issued = digits.startsWith("62") || digits.matches("(5018|5020|5038|5893|6304|67).*");
    if (!issued) {
      assertThat(PersonalData.find("see " + id)).isEmpty();
    }
  }

  @Property(tries = 500)
  void spansAreInOrderAndApartAndHiddenOnes(@ForAll("posts") @StringLength(max = 300) String text) {
    List<PersonalSpan> spans = PersonalData.find(text);
    int end = 0;
    for (PersonalSpan span : spans) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      assertThat(PersonalData.masked(text)).contains("[" + span.kind().label() + "]");
      end = span.end();
    }
    assertThat(PersonalData.masked(text).equals(text)).isEqualTo(spans.isEmpty());
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", " ", "-", "\u00a0");
  }

  /** Pieces that make numbers, addresses and what looks like them. */
  @Provide
  Arbitrary<String> posts() {
    return Arbitraries.of(
            "4111111111111111",
            "4111",
            " ",
            "-",
            "+",
            "44",
            "7700900123",
            "@",
            "example.org",
            "casey",
            "PNR",
            "booking",
            "is",
            "X7KQ2M",
            "passport",
            "C01X00T47",
            "DE89370400440532013000",
            ".",
            "\n",
            "#",
            "(",
            ")",
            "€",
            "号码",
            "call me",
            "http://",
            "/")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces));
  }

  private static String withCheckDigit(String digits) {
    for (int check = 0; check < 10; check++) {
      if (PaymentCards.isLuhn(digits + check)) {
        return digits + check;
      }
    }
    throw new AssertionError(digits);
  }
}
