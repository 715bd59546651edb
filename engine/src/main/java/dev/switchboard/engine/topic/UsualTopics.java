package dev.switchboard.engine.topic;

import java.util.List;
import java.util.Set;

/**
 * What nearly every company is careful about: general knowledge, few words that say it plainly, so
 * that they seldom mean anything else. A company adds its own.
 */
public final class UsualTopics {
  private static final String LEGAL =
      """
      my lawyer, my lawyers, our lawyer, a lawyer, my attorney, my solicitor, my barrister,
      legal action, legal proceedings, legal advice, lawsuit, class action, small claims,
      sue you, suing you, will sue, going to sue, gonna sue, sue them,
      take you to court, see you in court, taking you to court, ombudsman, trading standards,
      mein anwalt, meinen anwalt, meinem anwalt, rechtsanwalt, verklagen, anzeige erstatten,
      mon avocat, porter plainte, mi abogado, mi abogada, il mio avvocato, mijn advocaat
      """;
  private static final String PRESS =
      """
      journalist, journalists, reporter, newspaper, newspapers, going to the press,
      go to the press, contact the press, press enquiry, press inquiry, news desk, news crew,
      going to the media, go to the media, contact the media, watchdog, consumer watchdog,
      investigative, zur presse, die presse, la presse, la prensa, journaliste, periodista
      """;
  private static final String SELF_HARM =
      """
      kill myself, killing myself, end my life, ending my life, take my own life, want to die,
      suicide, suicidal, self harm, self-harm, hurt myself, harm myself, better off dead,
      no reason to live, umbringen, selbstmord, suizid, me tuer, me suicider, suicidarme,
      quiero morir
      """;
  private static final String DATA_BREACH =
      """
      data breach, data leak, leaked my data, leak of my data, my data was leaked,
      my personal data, my account was hacked, account got hacked, account has been hacked,
      been hacked, identity theft, stole my identity, someone else's account,
      somebody else's account, another customer's details, other people's details, gdpr, ccpa,
      data protection, privacy violation, datenschutz, datenleck, rgpd
      """;
  private static final String DISCRIMINATION =
      """
      racist, racism, racial profiling, sexist, sexism, sexual harassment, sexually harassed,
      discrimination, discriminated, discriminating, discriminatory, discriminate, homophobic,
      homophobia, transphobic, islamophobic, antisemitic, anti-semitic, ableist, ableism,
      because of my race, because of my skin, because of my religion, because of my disability,
      because i am black, because i'm black, rassistisch, rassismus, diskriminierung, diskriminiert,
      raciste, racisme, racista, racismo, discriminación
      """;

  private UsualTopics() {}

  public static List<SensitiveTopic> all() {
    return List.of(
        topic("legal", LEGAL),
        topic("press", PRESS),
        topic("self-harm", SELF_HARM),
        topic("data-breach", DATA_BREACH),
        topic("discrimination", DISCRIMINATION));
  }

  private static SensitiveTopic topic(String name, String phrases) {
    return new SensitiveTopic(name, List.of(phrases.strip().split("\\s*,\\s*", -1)), Set.of());
  }
}
