package dev.switchboard.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.casework.PostRules;
import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.AuditDraw;
import dev.switchboard.engine.flow.Flow;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.engine.testing.ScriptedTriage;
import dev.switchboard.engine.triage.language.Guess;
import dev.switchboard.engine.triage.language.Languages;
import dev.switchboard.store.incidents.FollowedPosts;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which language somebody writes is learned from their posts and serves their next ones. */
class AuthorLanguageTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final String GERMAN = "mein Koffer ist nicht da, und niemand antwortet mir";
  private static final String SHORTER_GERMAN = "niemand antwortet mir hier";

  /** Knows German by one word. */
  private static final Languages LANGUAGES =
      new Languages(
          words -> words.contains("niemand") ? Optional.of(new Guess("de", 1)) : Optional.empty(),
          _ -> false);

  private int posts;

  @Test
  void whatIsDeclaredServesTheNextPostOfTheSameAuthor() {
    arrive(by("casey", "en-GB", "help me"));
    arrive(by("casey", null, "hello?"), by("robin", null, "hello?"));

    assertThat(languages())
        .containsExactly("casey en-GB declared", "casey en-GB author", "robin - -");
  }

  @Test
  void whatIsDeclaredServesTheNextPostOfTheSameBatch() {
    arrive(by("casey", "fr", "aidez moi"), by("casey", null, "allo?"));
    assertThat(languages()).containsExactly("casey fr declared", "casey fr author");
    assertThat(authorLanguage("casey")).isEqualTo("fr");
  }

  @Test
  void whatTheWordsSureSayServesTheNextPostToo() {
    arrive(by("casey", null, GERMAN));
    arrive(by("casey", null, "hm."));
    assertThat(languages()).containsExactly("casey de text", "casey de author");
  }

  @Test
  void fewWordsSayItOfThemselvesAlone() {
    arrive(by("casey", null, SHORTER_GERMAN));
    arrive(by("casey", null, "hm."));
    assertThat(languages()).containsExactly("casey de text", "casey - -");
  }

  @Test
  void anotherProcessKnowsItFromTheStore() {
    arrive(by("casey", "it", "aiuto"));
    arriveIn(spine.anotherIntake(), by("casey", null, GERMAN));
    assertThat(languages()).containsExactly("casey it declared", "casey it author");
  }

  @Test
  void whoDeclaresAnotherLanguageLaterWritesInThatOne() {
    arrive(by("casey", "it", "aiuto"));
    arrive(by("casey", "es", "ayuda"));
    arrive(by("casey", null, "?"));
    assertThat(languages())
        .containsExactly("casey it declared", "casey es declared", "casey es author");
    assertThat(authorLanguage("casey")).isEqualTo("es");
  }

  @Test
  void aCodeForNoLanguageIsKeptWhereNobodyKnowsBetter() {
    arrive(by("casey", "und", "👍"));
    arrive(by("casey", "und", GERMAN));
    assertThat(languages()).containsExactly("casey und -", "casey de text");
  }

  @Test
  void whatTheBrandWritesTeachesNothingAboutItsCustomers() {
    arrive(post("acme", Direction.OUT, "de", GERMAN));
    arrive(by("acme", null, "?"));
    assertThat(languages()).containsExactly("acme de declared", "acme - -");
  }

  @Test
  void incidentsSeeOnlyWhatIsDeclared() {
    arrive(by("casey", "fr", "aidez moi"), by("casey", null, "allo?"), by("robin", null, GERMAN));

    List<Long> ids =
        spine.jdbi.withHandle(h -> h.createQuery("SELECT id FROM posts").mapTo(Long.class).list());
    assertThat(new FollowedPosts(spine.jdbi).posts(ids).values())
        .extracting(post -> post.author() + " " + post.language())
        .containsExactlyInAnyOrder("x:casey fr", "x:casey null", "x:robin null");
  }

  private void arrive(Post... all) {
    arriveIn(spine.intake, all);
  }

  private void arriveIn(IntakeStore store, Post... all) {
    Flow flow =
        new Flow(
            new ScriptedTriage(),
            LANGUAGES,
            new PostRules(CasePolicy.DEFAULT),
            spine.ids,
            AuditDraw.NONE);
    List<Arrival> arrivals =
        Arrays.stream(all).map(post -> flow.triage(post, Origin.LIVE)).toList();
    store.write(
        arrivals,
        NOW,
        batch -> {
          List<Accepted> accepted = new ArrayList<>();
          arrivals.forEach(arrival -> accepted.add(flow.accept(arrival, batch, NOW)));
          return accepted;
        });
  }

  private Post by(String author, @Nullable String language, String text) {
    return post(author, Direction.IN, language, text);
  }

  private Post post(String author, Direction direction, @Nullable String language, String text) {
    return new Post(
        "p" + ++posts,
        ChannelName.parse("x:@acme"),
        null,
        author,
        text,
        Said.minute(posts),
        direction,
        PostKind.MENTION,
        null,
        language,
        null,
        null,
        AuthorChange.WRITTEN,
        null);
  }

  private List<String> languages() {
    return spine.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT a.external_id || ' ' || coalesce(p.language, '-') || ' '
                      || coalesce(p.language_from, '-')
                    FROM posts p JOIN authors a ON a.id = p.author_id ORDER BY p.created_at
                    """)
                .mapTo(String.class)
                .list());
  }

  private String authorLanguage(String author) {
    return spine.jdbi.withHandle(
        h ->
            h.createQuery("SELECT language FROM authors WHERE external_id = :author")
                .bind("author", author)
                .mapTo(String.class)
                .one());
  }
}
