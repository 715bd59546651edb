package dev.switchboard.engine.privacy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of personal data a piece of text is. {@link #word()} is part of the contract. */
public enum PersonalKind {
  CARD("card", "card number", "a"),
  IBAN("iban", "bank account", "a"),
  EMAIL("email", "e-mail address", "an"),
  PASSPORT("passport", "passport number", "a"),
  PHONE("phone", "phone number", "a"),
  BOOKING_CODE("bookingCode", "booking code", "a");

  private final String word;
  private final String label;
  private final String article;

  PersonalKind(String word, String label, String article) {
    this.word = word;
    this.label = label;
    this.article = article;
  }

  public String word() {
    return word;
  }

  /** How people call it, for example "card number". */
  public String label() {
    return label;
  }

  /** One of them, for example "a card number". */
  public String one() {
    return article + " " + label;
  }

  /** All of some kinds, for example "a card number and a phone number". */
  public static String all(List<PersonalKind> kinds) {
    return kinds.stream().map(PersonalKind::one).collect(Collectors.joining(" and "));
  }

  public static Optional<PersonalKind> find(String word) {
    for (PersonalKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
