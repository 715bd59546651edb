package dev.switchboard.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {
  private static final Identity JO = new Identity("Jo Dahl", null, null, true);

  @Test
  void peopleSignWithTheirInitialsAsTheNetworkIsUsedTo() {
    Signing signing = new Signing(JO, true, null);
    assertThat(signing.sign("On it!", SignStyle.CARET)).isEqualTo("On it! ^JD");
    assertThat(signing.sign("On it! \n", SignStyle.CARET)).isEqualTo("On it! ^JD");
    assertThat(signing.sign("On it!", SignStyle.NAME_LINE)).isEqualTo("On it!\n\nJo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"On it! ^JD", "On it ^ JD ", "On it! ^Jo", "On it. ^XY", "On it. ^J.D."})
  void whoHasSignedIsNotSignedFor(String text) {
    assertThat(new Signing(JO, true, null).sign(text, SignStyle.CARET)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"All is well.\nJo", "All is well.\n\nJo Dahl", "All is well.\n^JD"})
  void aLetterThatEndsWithTheNameIsSigned(String text) {
    assertThat(new Signing(JO, true, null).sign(text, SignStyle.NAME_LINE)).isEqualTo(text);
  }

  @Test
  void aCaretWithinTheTextIsNoSignature() {
    assertThat(new Signing(JO, true, null).sign("2^x is not x^2", SignStyle.CARET))
        .isEqualTo("2^x is not x^2 ^JD");
  }

  @Test
  void customersReadThePseudonymOnly() {
    Identity robin = new Identity("Jo Dahl", "Robin", null, true);
    Signing signing = new Signing(robin, true, null);
    assertThat(signing.sign("On it!", SignStyle.CARET)).isEqualTo("On it! ^R");
    assertThat(signing.sign("On it!", SignStyle.NAME_LINE)).isEqualTo("On it!\n\nRobin");
  }

  @Test
  void forWhomHasOptedOutTheBrandSignsOrNobody() {
    Identity quiet = new Identity("Jo Dahl", null, new Signature("JD"), false);
    assertThat(new Signing(quiet, true, null).sign("On it!", SignStyle.CARET)).isEqualTo("On it!");
    Signing brand = new Signing(quiet, true, "– your Aurora team");
    assertThat(brand.sign("On it!", SignStyle.CARET)).isEqualTo("On it! – your Aurora team");
    assertThat(brand.sign("On it! – your Aurora team", SignStyle.CARET))
        .isEqualTo("On it! – your Aurora team");
  }

  @Test
  void nobodyIsSignedForWhereTheBrandDoesNotWantItOrThereIsNoAccount() {
    assertThat(new Signing(JO, false, "us").sign("On it!", SignStyle.CARET)).isEqualTo("On it!");
    assertThat(Signing.NONE.sign("On it!", SignStyle.CARET)).isEqualTo("On it!");
    assertThat(new Signing(null, true, "us").sign("On it!", SignStyle.CARET)).isEqualTo("On it!");
  }

  @Property(tries = 300)
  void signingTwiceIsSigningOnce(@ForAll @StringLength(max = 60) String text) {
    Signing signing = new Signing(JO, true, null);
    for (SignStyle style : SignStyle.values()) {
      String once = signing.sign(text, style);
      assertThat(signing.sign(once, style)).isEqualTo(once);
      assertThat(once).startsWith(text.stripTrailing());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Jo Dahl, JD",
    "jo, J",
    "Ana Maria Lind, AML",
    "A B C D, ABD",
    "Émile Zola, ÉZ",
    "R2-D2, RD",
    "123, X",
    "李 小龙, 李小"
  })
  void initialsAreMadeOfTheName(String name, String letters) {
    assertThat(Signature.ofName(name).letters()).isEqualTo(letters);
  }

  @ParameterizedTest
  @CsvSource({"jd, JD", "^JD, JD", "' ab ', AB"})
  void whatIsTypedIsMadeASignature(String typed, String letters) {
    assertThat(new Signature(typed).letters()).isEqualTo(letters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "^", "ABCD", "J1", "J D", "J.", "<b>"})
  void otherThingsAreNone(String typed) {
    assertThatThrownBy(() -> new Signature(typed)).hasMessageContaining("1 to 3 letters");
  }

  @ParameterizedTest
  @CsvSource({"Jo Dahl, jo-dahl", "Émile Zola, emile-zola", "李, someone", "--a--b--, a-b"})
  void addressesAreMadeOfNames(String name, String word) {
    assertThat(PublicHandle.ofName(name).word()).isEqualTo(word);
  }

  @Property(tries = 200)
  void everyNameMakesAnAddressAndASignature(@ForAll @StringLength(max = 80) String name) {
    @Nullable Object handle = PublicHandle.ofName(name);
    assertThat(handle).isNotNull();
    assertThat(Signature.ofName(name).letters()).isNotEmpty();
  }
}
