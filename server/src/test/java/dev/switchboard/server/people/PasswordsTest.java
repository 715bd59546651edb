package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords will do, and how they are kept. */
class PasswordsTest {
  private static final List<String> OWN = List.of("Robin Berg", "robin@lakeside.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "violet tram eats gravel",
        "zu viele Köche am Fjord",
        "kXw8-qPl2-zzR4",
        "мокрый трамвай у моста",
        "雨の日は猫が電車に乗ります"
      })
  void aFewWordsOrMuchChanceWillDo(String password) {
    assertThat(Passwords.problem(password, OWN)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Passw0rd!2026",
        "P@$$w0rdP@$$w0rd",
        "welcome-admin-99",
        "qwertyuiop123",
        "123456789012",
        "abcdefghijklmn",
        "aaaaaaaaaaaaaaaa",
        "iloveyou iloveyou",
        "1qaz2wsx3edc",
        "Switchboard2026!",
        "Summer-Summer-26",
        "robin.berg.2026",
        "lakesideRobin1!"
      })
  void whatIsGuessedFirstWillNot(String password) {
    assertThat(Passwords.problem(password, OWN)).contains("guessed first");
  }

  @Test
  void lengthIsCountedInCharactersAsPeopleSeeThem() {
    assertThat(Passwords.problem("short words", OWN)).contains("at least 12");
    assertThat(Passwords.problem("gr" + "\uD83D\uDE80".repeat(9) + "y", OWN)).isNotNull();
    assertThat(Passwords.problem("x y-".repeat(33), OWN)).contains("at most 128");
  }

  @Property(tries = 200)
  void anyLongEnoughChanceWillDo(
      @ForAll @AlphaChars @StringLength(min = 12, max = 128) String letters,
      @ForAll @IntRange(min = 100, max = 999) int number) {
    String problem = Passwords.problem(letters + "ж" + number + "ю", OWN);
    assertThat(problem == null || problem.contains("guessed") || problem.contains("most")).isTrue();
  }

  @Test
  void aHashKeepsItsMethodAndNothingOfThePassword() {
    Passwords passwords = new Passwords();
    String hash = passwords.hash("violet tram eats gravel");
    assertThat(hash).startsWith("{argon2id-19m-2}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hash).doesNotContain("violet");
    assertThat(passwords.hash("violet tram eats gravel")).isNotEqualTo(hash);
    assertThat(passwords.matches("violet tram eats gravel", hash)).isTrue();
    assertThat(passwords.matches("violet tram eats gravel ", hash)).isFalse();
    assertThat(passwords.matches("violet tram eats gravel", null)).isFalse();
    assertThat(passwords.isOutdated(hash)).isFalse();
    assertThat(passwords.isOutdated("{bcrypt}$2a$10$abcdefghijklmnopqrstuv")).isTrue();
  }

  @Test
  void everyCharacterOfALongPasswordCounts() {
    Passwords passwords = new Passwords();
    String hash = passwords.hash("ab c".repeat(31) + "left");
    assertThat(passwords.matches("ab c".repeat(31) + "lift", hash)).isFalse();
  }

  @Test
  void theSameLettersFromAnotherKeyboardAreTheSamePassword() {
    Passwords passwords = new Passwords();
    String composed = "ein \u00FCbler Nachmittag";
    String decomposed = "ein u\u0308bler Nachmittag";
    assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
  }
}
