package dev.switchboard.server.console;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.store.routing.OpenOffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;

/**
 * Aurora Air on a busy morning: cases are offered, held, due and late. Ana Lind has said that she
 * is away, so that nothing rings for her yet.
 */
final class BusyFloor {
  static final String ANA = "Ana Lind";
  static final List<String> WORKING = List.of("Ben Okoro", "Cleo Martin", "Dag Holm", "Eva Kowal");

  /** Day and night, so that something is due whenever pictures are taken. */
  private static final String FLOW =
      """
      flow: front-desk
      version: 1
      deadlines:
        firstAnswer: 45m
        nextAnswer: 2h
      policies:
        foresee: 30%

      steps:
        queue:
          state: waiting
        work:
          state: claimed
          within: 30m
          next:
            passesOn: second-level
        second-level:
          state: waiting
          next:
            claims: expert-work
        expert-work:
          state: claimed
          within: 2h
        reply:
          state: pending
        answered:
          state: answered
        done:
          state: closed
      """;

  private record Asked(
      String author, int followers, int minutesAgo, String language, String text) {}

  private static final List<Asked> MORNING =
      List.of(
          new Asked(
              "tomas_r",
              310,
              71,
              "en",
              "stuck at the gate for two hours, no water. Please help us, what is going on?"),
          new Asked(
              "lucie.b",
              12_400,
              58,
              "fr",
              "mon vol AU 88 est annulé, comment demander le remboursement ? Aidez-moi svp"),
          new Asked(
              "jonas.n",
              95,
              52,
              "de",
              "mein Koffer ist seit gestern verschollen, wer kann mir bitte helfen?"),
          new Asked(
              "hkn",
              840,
              41,
              "en",
              "where can I pick up the hotel voucher? The queue is 300 people long, please help"),
          new Asked(
              "giulia_m",
              2_100,
              37,
              "it",
              "ho perso la coincidenza, potete aiutarmi a trovare un altro volo per Roma?"),
          new Asked(
              "noor",
              64,
              33,
              "en",
              "my mother needs a wheelchair at Bergen and her flight is diverted. Please help!"),
          new Asked(
              "ola_n",
              420,
              26,
              "en",
              "charged twice for the same bag, please help me to get a refund. How do I do that?"),
          new Asked(
              "sami",
              33_000,
              22,
              "en",
              "the check-in app is broken, error 500 on every try. Need help with my boarding pass"),
          new Asked(
              "bea", 150, 17, "es", "mi vuelo sale en tres horas, ¿sale o no? Ayuda, por favor"),
          new Asked(
              "ida_w",
              77,
              12,
              "en",
              "can you help me with my booking please? I can't change the name on it"),
          new Asked(
              "per",
              1_900,
              8,
              "en",
              "my connection in Oslo is gone. Please help, which flight can I take now?"),
          new Asked(
              "ruth_k",
              210,
              5,
              "de",
              "wie komme ich jetzt nach Bergen? Bitte helft mir, die Hotline legt auf"));

  private BusyFloor() {}

  /** Lets it be so. */
  static void begin(Company company) {
    company.post(new Company.Post("early", "please help me, where is gate 4?"));
    api(company, "/api/v1/flows", "application/yaml", FLOW);
    api(
        company,
        "/api/v1/flows/front-desk/1/activate",
        "application/json",
        "{\"brand\":\"Aurora Air\"}");
    person(company, ANA, List.of("en", "nb"), 6, Presence.AWAY);
    person(company, "Ben Okoro", List.of("en"), 4, Presence.WORKING);
    person(company, "Cleo Martin", List.of("fr", "en"), 5, Presence.WORKING);
    person(company, "Dag Holm", List.of("nb", "de"), 3, Presence.WORKING);
    person(company, "Eva Kowal", List.of("en", "it"), 2, Presence.WORKING);
    person(company, "Finn Ode", List.of("en"), 5, Presence.AWAY);
    MORNING.forEach(asked -> company.post(post(asked)));
  }

  private static Company.Post post(Asked asked) {
    Instant at = Instant.now().minusSeconds(asked.minutesAgo() * 60L);
    String more =
        ",\"language\":\"%s\",\"authorFollowers\":%d"
            .formatted(asked.language(), asked.followers());
    return new Company.Post(
        asked.author(), "@auroraair " + asked.text(), "x:@auroraair", at, Company.BRAND, more);
  }

  /** Three more ask while nobody else has room for another offer. */
  static void anaIsBack(Company company) {
    person(company, ANA, List.of("en", "nb"), 6, Presence.WORKING);
    for (String author : List.of("clara_v", "yusuf", "mona.e")) {
      company.post(
          new Company.Post(
              author, "@auroraair can you help me with my booking for tonight please?"));
    }
  }

  /** Somebody accepts the first of their offers. */
  static void accept(Company company, String person) {
    OpenOffer offer = company.offers().open(person, Instant.now()).getFirst();
    company.offerDesk().accept(offer.offer().id(), person);
  }

  private static void person(
      Company company, String name, List<String> languages, int capacity, Presence presence) {
    company.person(name, Company.BRAND, languages, capacity, presence);
  }

  private static void api(Company company, String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(company.address() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Assertions.assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
