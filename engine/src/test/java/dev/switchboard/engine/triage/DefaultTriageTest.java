package dev.switchboard.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.classify.ClassifierOptions;
import dev.switchboard.engine.triage.classify.Labelled;
import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.engine.triage.model.PlattScale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultTriageTest {
  private static final DefaultTriage TRIAGE = DefaultTriage.load();

  /** As if enough were known to set aside what is below 0.1. */
  private static final DefaultTriage PROMISED =
      new DefaultTriage(
          ShippedModel.model(), ShippedModel.lexicon(), new TriageThresholds(0.1f, 0.5f, 0.5f));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@northwind my flight was cancelled and I'm stranded in Oslo, can you help?",
        "@northwind still waiting for my luggage, nobody answers the phone",
        "@northwind How do I change the name on my booking?",
        "@northwind your app keeps crashing and I can't check in",
        "charged twice for my order 88213456, please refund me @northwind",
        "@northwind worst customer service ever. Three hours on hold!",
        "@northwind mein Flug wurde gestrichen, wie komme ich jetzt nach Hamburg?",
        "@northwind Ihr Check-in funktioniert nicht, brauche dringend Hilfe",
        "@northwind mi vuelo está cancelado y nadie responde, ¿me pueden ayudar?",
        "@northwind no puedo entrar en mi cuenta, ayuda por favor",
        "@northwind mon vol est annulé, pouvez-vous m'aider ?",
        "@northwind toujours pas reçu ma commande, j'attends depuis deux semaines",
        "@northwind il mio volo è in ritardo, potete aiutarmi?",
        "@northwind minha mala não chegou, preciso de ajuda",
        "@northwind mijn koffer is kwijt, kunnen jullie helpen?"
      })
  void whoeverNeedsHelpGetsACase(String text) {
    TriageDecision decision = TRIAGE.decide(Posts.mention(text));

    assertThat(decision.verdict()).as("%s", decision).isEqualTo(Verdict.HELP);
    assertThat(decision.needsHelp()).isTrue();
    assertThat(decision.reasons()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "love flying with @northwind, thank you so much for a great day!",
        "haha the @northwind snowman meme is hilarious 😂",
        "RT @northwind: win two tickets! Follow and retweet to enter our giveaway",
        "Gewinnspiel! Folgt @northwind und gewinnt, viel Spaß und schönes Wochenende",
        "muchas gracias @northwind, excelente servicio, los mejores",
        "merci beaucoup @northwind, équipe géniale, bravo",
        "Breaking news: @northwind reports record profits, read more https://example.org/a",
        "good night everyone, what a party 🎉"
      })
  void chatterOpensNoCaseAtTheTop(String text) {
    TriageDecision decision = TRIAGE.decide(Posts.mention(text));

    assertThat(decision.needsHelp()).as("%s", decision).isFalse();
    assertThat(decision.verdict()).isNotEqualTo(Verdict.HELP);
  }

  @Test
  void aGiveawayPassedOnIsSetAsideOnceThereIsAThreshold() {
    Post giveaway =
        Posts.of(
            "RT: giveaway! Follow, retweet and win a prize 🎉 #win #travel #free", PostKind.REPOST);

    assertThat(PROMISED.decide(giveaway).verdict()).isEqualTo(Verdict.SET_ASIDE);
    assertThat(TRIAGE.decide(giveaway).verdict()).isEqualTo(Verdict.UNSURE);
  }

  @ParameterizedTest
  @CsvSource({"DIRECT", "REPLY"})
  void whoWritesInPrivateOrRepliesIsNeverSetAside(PostKind kind) {
    String text = "haha love it 😂 giveaway follow retweet win";

    assertThat(PROMISED.decide(Posts.of(text, PostKind.REPOST)).verdict())
        .isEqualTo(Verdict.SET_ASIDE);
    assertThat(PROMISED.decide(Posts.of(text, kind)).verdict()).isNotEqualTo(Verdict.SET_ASIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@northwind your site throws 500 errors on checkout, thought you'd like to know",
        "@northwind just a heads up: the link on your careers page is broken",
        "fyi @northwind the departures board is not working"
      })
  void aCourtesyReportIsAProblemAndNoCase(String text) {
    TriageDecision decision = TRIAGE.decide(Posts.mention(text));

    assertThat(decision.problem()).as("%s", decision).isTrue();
    assertThat(decision.needsHelp()).isFalse();
    assertThat(decision.worthAnswering()).isTrue();
    assertThat(decision.verdict()).isEqualTo(Verdict.SET_ASIDE);
  }

  @Test
  void whoReportsAndAsksIsACase() {
    TriageDecision decision =
        TRIAGE.decide(
            Posts.mention("@northwind fyi your site throws errors, can you help me book?"));

    assertThat(decision.verdict()).isEqualTo(Verdict.HELP);
    assertThat(decision.problem()).isTrue();
  }

  @Test
  void praiseIsWorthAWordAndAGiveawayIsNot() {
    TriageDecision praise =
        TRIAGE.decide(Posts.mention("love flying with @northwind, thank you for a great day!"));

    assertThat(praise.worthAnswering()).isTrue();
    assertThat(praise.problem()).isFalse();
    assertThat(praise.sentiment()).isEqualTo("positive");
    assertThat(TRIAGE.decide(Posts.mention("giveaway! follow and retweet to win")).worthAnswering())
        .isFalse();
  }

  @Test
  void dangerAndDeadlinesAreMoreUrgentThanAQuestion() {
    float danger = urgency("@northwind smoke in the cabin, my mother needs her insulin, help!");
    float deadline = urgency("@northwind my flight is leaving in an hour, check in fails, help!");
    float question = urgency("@northwind how do I change the name on my booking?");

    assertThat(danger).isGreaterThan(deadline);
    assertThat(deadline).isGreaterThan(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@northwind my suitcase is lost | lost or stolen",
        "@northwind please refund what you charged my credit card | billing and refunds",
        "@northwind cannot log in to my account, password rejected | account and sign-in"
      })
  void theGeneralListOfIntentsKnowsTheUsual(String text, String intent) {
    TriageDecision decision = TRIAGE.decide(Posts.mention(text));

    assertThat(decision.intent()).isEqualTo(intent);
    assertThat(decision.intentProbability()).isBetween(0.2f, 1f);
  }

  @Test
  void aBrandsOwnIntentsTakeThePlaceOfTheGeneralOnes() {
    List<Labelled> tagged =
        List.of(
            new Labelled("the left wing of my kite tore", "kites"),
            new Labelled("kite string too short", "kites"),
            new Labelled("my drum has a hole", "drums"),
            new Labelled("drum sticks are missing", "drums"));
    DefaultTriage own =
        TRIAGE.withIntents(TextClassifier.train(tagged, ClassifierOptions.DEFAULT, 1));

    assertThat(own.decide(Posts.mention("where is my kite?")).intent()).isEqualTo("kites");
  }

  @Test
  void aDirectMessageAndAQuestionAreLifted() {
    float plain = probability(Posts.mention("the new timetable"), TRIAGE);
    float direct = probability(Posts.of("the new timetable", PostKind.DIRECT), TRIAGE);
    float question = probability(Posts.mention("the new timetable?"), TRIAGE);

    assertThat(direct).isGreaterThan(plain);
    assertThat(question).isGreaterThan(plain);
  }

  @Test
  void followersChangeNothing() {
    String text = "@northwind where is my bag?";

    assertThat(TRIAGE.decide(Posts.withFollowers(text, 0)))
        .isEqualTo(TRIAGE.decide(Posts.withFollowers(text, 90_000_000)))
        .isEqualTo(TRIAGE.decide(Posts.mention(text)));
  }

  @Test
  void reasonsAreWordsOfThePostStrongestFirst() {
    TriageDecision decision =
        TRIAGE.decide(Posts.mention("@northwind cancelled again, can you help?"));

    assertThat(decision.reasons()).contains("'cancelled'", "question to the brand");
  }

  @Test
  void aNumberStandsWithTheWordBeforeIt() {
    assertThat(TRIAGE.decide(Posts.mention("@northwind where is flight 412?")).reasons())
        .contains("'flight 412'")
        .doesNotContain("'412'");
    assertThat(TRIAGE.decide(Posts.mention("404 on every page, help")).reasons()).contains("'404'");
  }

  @Test
  void theSamePostGetsTheSameAnswerOnEveryThread() throws Exception {
    String text = "@northwind flight NW123 delayed, stuck in Oslo. What now?";
    TriageDecision alone = TRIAGE.decide(Posts.mention(text));
    List<Callable<TriageDecision>> asks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String noise = "noise number " + i + " that fills the buffers";
      asks.add(
          () -> {
            TRIAGE.decide(Posts.mention(noise));
            return TRIAGE.decide(Posts.mention(text));
          });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(asks)) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void theShippedModelIsSmall() {
    assertThat(ShippedModel.bytes(ShippedModel.MODEL_NAME).length).isLessThan(2_000_000);
  }

  private static float probability(Post post, Triage triage) {
    return triage.decide(post).probability();
  }

  private static float urgency(String text) {
    Float urgency = TRIAGE.decide(Posts.mention(text)).urgency();
    assertThat(urgency).isNotNull();
    return urgency == null ? 0 : urgency;
  }

  @ParameterizedTest
  @EnumSource(PostKind.class)
  void aPostIsSetAsideJustIfTheThresholdIsAboveItsStanding(PostKind kind) {
    DefaultTriage shipped = DefaultTriage.load();
    for (String text :
        List.of(
            "lovely sunrise over the bay",
            "my booking vanished, what now?",
            "just to let you know: your site shows an error 500")) {
      double standing = shipped.standing(kind, text);
      for (float threshold : new float[] {0, .02f, .1f, .3f, .5f}) {
        DefaultTriage triage =
            DefaultTriage.learned(
                ShippedModel.model(), PlattScale.NONE, new TriageThresholds(threshold, .5f, .5f));
        // A courtesy report stands at 0 and asks for nothing, whatever the threshold.
        boolean below = standing < threshold || standing == 0;
        assertThat(triage.decide(Posts.of(text, kind)).verdict() == Verdict.SET_ASIDE)
            .as("%s \"%s\" at %s, standing %s", kind, text, threshold, standing)
            .isEqualTo(below);
      }
    }
  }
}
