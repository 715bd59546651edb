package dev.switchboard.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.AboutCustomers;
import dev.switchboard.engine.event.AboutDeadlines;
import dev.switchboard.engine.event.AboutFlows;
import dev.switchboard.engine.event.AboutIncidents;
import dev.switchboard.engine.event.AboutOffers;
import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.event.AboutSteps;
import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.testing.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the order in which posts arrive and the batches they are cut into, the end is the same.
 */
class AnyOrderPropertyTest {
  private static final int MAX_BATCH_POSTS = 5;

  /** Posts, and how they arrive: the seed shuffles, repeats and cuts. */
  record World(List<Said> posts, long seed) {
    List<List<Said>> batches() {
      Random random = new Random(seed);
      List<Said> arriving = new ArrayList<>(posts);
      for (Said post : posts) {
        if (random.nextInt(4) == 0) {
          arriving.add(post);
        }
      }
      Collections.shuffle(arriving, random);
      List<List<Said>> batches = new ArrayList<>();
      for (int from = 0; from < arriving.size(); ) {
        int to = Math.min(arriving.size(), from + 1 + random.nextInt(MAX_BATCH_POSTS));
        batches.add(arriving.subList(from, to));
        from = to;
      }
      return batches;
    }
  }

  @Property(tries = 2_000)
  void conversationsAreTheComponentsOfTheReplyGraph(@ForAll("worlds") World world) {
    FakeStore store = arrived(world, new FakeStore());

    Map<Long, Set<String>> stored = new HashMap<>();
    store
        .posts
        .values()
        .forEach(
            p ->
                stored
                    .computeIfAbsent(p.conversation(), _ -> new HashSet<>())
                    .add(p.post().externalId()));
    assertThat(Set.copyOf(stored.values())).isEqualTo(components(world.posts()));
    assertThat(store.conversations.keySet()).isEqualTo(stored.keySet());
    assertThat(store.awaited.keySet())
        .allSatisfy(key -> assertThat(store.posts).doesNotContainKey(key));
  }

  @Property(tries = 1_000)
  void noPostIsLostAndDuplicatesChangeNothing(@ForAll("worlds") World world) {
    FakeStore store = arrived(world, new FakeStore());
    assertThat(store.posts).hasSize(world.posts().size());
    var posts = Map.copyOf(store.posts);
    var cases = Map.copyOf(store.cases);
    var conversations = Map.copyOf(store.conversations);
    int events = store.events.size();

    List<Accepted> again = store.arrive(world.posts());

    assertThat(again).allMatch(a -> a == Accepted.DUPLICATE);
    assertThat(store.posts).isEqualTo(posts);
    assertThat(store.cases).isEqualTo(cases);
    assertThat(store.conversations).isEqualTo(conversations);
    assertThat(store.events).hasSize(events);
  }

  @Property(tries = 2_000)
  void aLiveConversationHasOneOpenCaseIfItNeedsOneAndItsStateIsRight(
      @ForAll("worlds") World world) {
    FakeStore store = arrived(world, new FakeStore());

    for (Conversation conversation : store.conversations.values()) {
      Facts facts = Facts.of(store, conversation);
      List<CaseFile> open =
          store.casesOf(conversation.id()).stream().filter(f -> f.state().isOpen()).toList();
      if (!facts.isCase()) {
        assertThat(store.casesOf(conversation.id())).isEmpty();
        continue;
      }
      assertThat(open).hasSize(1);
      CaseFile file = open.getFirst();
      assertThat(file.state()).isEqualTo(facts.state());
      assertThat(file.askedAt()).isBetween(facts.firstWrote(), facts.firstAsked());
      assertThat(file.firstReplyAt()).isEqualTo(facts.firstReply(file.askedAt()).orElse(null));
      assertThat(file.rankedLow() && facts.hasSureQuestion()).isFalse();
    }
  }

  @Property(tries = 2_000)
  void aHistoryHasOneClosedCaseWithTheFirstQuestionAndTheFirstReply(@ForAll("worlds") World world) {
    FakeStore store = new FakeStore();
    store.origin = Origin.IMPORT;
    store.now = Said.START.plus(Duration.ofDays(300));
    arrived(world, store);

    for (Conversation conversation : store.conversations.values()) {
      Facts facts = Facts.of(store, conversation);
      List<CaseFile> files =
          store.casesOf(conversation.id()).stream()
              .filter(
                  f ->
                      !(f.state() instanceof CaseState.Closed(var reason, _)
                          && reason == CloseReason.MERGED))
              .toList();
      if (!facts.isCase()) {
        assertThat(files).isEmpty();
        continue;
      }
      assertThat(files).hasSize(1);
      assertThat(files.getFirst().state()).isInstanceOf(CaseState.Closed.class);
      Instant asked = facts.first(Post::isFromCustomer).orElseThrow();
      assertThat(files.getFirst().askedAt()).isEqualTo(asked);
      assertThat(files.getFirst().firstReplyAt()).isEqualTo(facts.firstReply(asked).orElse(null));
    }
  }

  @Property(tries = 1_000)
  void theLastPostIsTheLastShown(@ForAll("worlds") World world) {
    FakeStore store = new FakeStore();
    for (List<Said> batch : world.batches()) {
      store.arrive(batch);
      for (Conversation conversation : store.conversations.values()) {
        String last = store.shown(conversation.id()).getLast();
        assertThat(conversation.lastPost()).isEqualTo(store.post(last).id());
        assertThat(conversation.lastShownAt()).isEqualTo(store.post(last).shownAt());
      }
    }
  }

  /** Whoever reads an open case sees what is new at the end, and nothing moves above it. */
  @Property(tries = 1_000)
  void onAnOpenCaseWhatComesIsShownLast(@ForAll("worlds") World world) {
    FakeStore store = new FakeStore();
    for (List<Said> batch : world.batches()) {
      for (Said post : batch) {
        Map<Long, List<String>> before = new HashMap<>();
        for (Conversation c : store.conversations.values()) {
          if (store.casesOf(c.id()).stream().anyMatch(f -> f.state().isOpen())) {
            before.put(c.id(), store.shown(c.id()));
          }
        }
        if (store.arrive(post).getFirst() == Accepted.DUPLICATE) {
          continue;
        }
        List<String> shown = store.shown(store.post(post.id()).conversation());
        for (List<String> seen : before.values()) {
          if (shown.containsAll(seen)) {
            assertThat(shown).containsSubsequence(seen);
            assertThat(shown.getLast()).isEqualTo(post.id());
          }
        }
      }
    }
  }

  /** From the events alone one can say what state each case is in. */
  @Property(tries = 1_000)
  void theEventsTellTheStateOfEachCase(@ForAll("worlds") World world) {
    FakeStore store = arrived(world, new FakeStore());

    Map<Long, String> told = new HashMap<>();
    for (NewEvent event : store.events) {
      String state = stateAfter(event.event());
      if (state != null) {
        told.put(Objects.requireNonNull(event.caseId()), state);
      }
    }
    store.cases.forEach((id, file) -> assertThat(told).containsEntry(id, file.state().word()));
  }

  private static @Nullable String stateAfter(Event event) {
    return switch (event) {
      case Event.CaseOpened(_, _, var history) -> history ? "closed" : "waiting";
      case Event.CaseAskedAgain _, Event.CaseReopened _ -> "waiting";
      case Event.CaseAnswered _ -> "answered";
      case Event.CaseClosed _ -> "closed";
      case Event.PostReceived _,
          Event.PostEdited _,
          Event.PostDeleted _,
          Event.PostSetAside _,
          Event.PostBroughtBack _,
          Event.PostThanked _,
          Event.PostTagged _,
          Event.PostAudited _,
          Event.PostUndone _,
          Event.ModelPublished _,
          Event.PromiseChanged _,
          Event.ConversationsMerged _,
          Event.CaseClaimed _,
          Event.CaseReleased _,
          Event.ClaimExpired _,
          Event.CaseTransferred _,
          Event.NoteAdded _,
          Event.ReplyQueued _,
          Event.ReplySent _,
          Event.ReplyNotSent _,
          Event.ReplyUnknown _,
          AboutClaims _,
          AboutCustomers _,
          AboutDeadlines _,
          AboutFlows _,
          AboutIncidents _,
          AboutOffers _,
          AboutPeople _,
          AboutSteps _,
          AboutTeams _,
          Event.ExceptionRaised _,
          Event.ExceptionCleared _ ->
          null;
    };
  }

  private static FakeStore arrived(World world, FakeStore store) {
    world.batches().forEach(store::arrive);
    return store;
  }

  /** What is true of a conversation's posts, found without the flow. */
  private record Facts(List<Post> posts) {
    static Facts of(FakeStore store, Conversation conversation) {
      return new Facts(
          store.posts.values().stream()
              .filter(p -> p.conversation() == conversation.id())
              .map(FakeStore.StoredPost::post)
              .toList());
    }

    private static boolean asks(Post post) {
      return post.isFromCustomer() && !post.text().startsWith("lovely");
    }

    /** Somebody asked, or the brand answered what a customer wrote. */
    boolean isCase() {
      Optional<Instant> wrote = first(Post::isFromCustomer);
      return first(Facts::asks).isPresent()
          || (wrote.isPresent() && firstReply(wrote.get()).isPresent());
    }

    CaseState state() {
      Optional<Instant> asked = last(Facts::asks);
      Optional<Instant> replied = last(p -> p.direction() == Direction.OUT);
      boolean answered =
          replied.isPresent() && (asked.isEmpty() || !replied.get().isBefore(asked.get()));
      return answered ? CaseState.ANSWERED : CaseState.WAITING;
    }

    Instant firstWrote() {
      return first(Post::isFromCustomer).orElseThrow();
    }

    /** The first call for help; without one the first post. */
    Instant firstAsked() {
      return first(Facts::asks).orElseGet(this::firstWrote);
    }

    Optional<Instant> firstReply(Instant since) {
      return first(p -> p.direction() == Direction.OUT && !p.createdAt().isBefore(since));
    }

    boolean hasSureQuestion() {
      return posts.stream().anyMatch(p -> p.isFromCustomer() && p.text().startsWith("help"));
    }

    Optional<Instant> first(Predicate<Post> which) {
      return posts.stream().filter(which).map(Post::createdAt).min(Comparator.naturalOrder());
    }

    Optional<Instant> last(Predicate<Post> which) {
      return posts.stream().filter(which).map(Post::createdAt).max(Comparator.naturalOrder());
    }
  }

  /** The components by union-find; a parent that never comes joins those who name it. */
  private static Set<Set<String>> components(List<Said> posts) {
    Map<String, String> leader = new HashMap<>();
    for (Said post : posts) {
      leader.putIfAbsent(post.id(), post.id());
      if (post.answers() != null) {
        leader.putIfAbsent(post.answers(), post.answers());
        leader.put(find(leader, post.id()), find(leader, post.answers()));
      }
    }
    return posts.stream()
        .map(Said::id)
        .collect(Collectors.groupingBy(id -> find(leader, id), Collectors.toSet()))
        .values()
        .stream()
        .collect(Collectors.toSet());
  }

  private static String find(Map<String, String> leader, String id) {
    String at = id;
    while (!Objects.equals(leader.get(at), at)) {
      at = Objects.requireNonNull(leader.get(at));
    }
    return at;
  }

  /** Up to a dozen posts; parents may be missing, come later, and even answer their own answers. */
  @Provide
  Arbitrary<World> worlds() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12).flatMap(AnyOrderPropertyTest::posts),
            Arbitraries.longs())
        .as(World::new);
  }

  private static Arbitrary<List<Said>> posts(int count) {
    Arbitrary<Said> kind =
        Combinators.combine(
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 9))
            .as(
                (who, minute) ->
                    switch (who) {
                      case 0 -> Said.asks("", minute);
                      case 1 -> Said.wonders("", minute);
                      case 2 -> Said.chats("", minute);
                      default -> Said.replies("", minute);
                    });
    Arbitrary<Integer> parent = Arbitraries.integers().between(-2, count + 1);
    return Combinators.combine(kind.list().ofSize(count), parent.list().ofSize(count))
        .as(
            (kinds, parents) -> {
              List<Said> posts = new ArrayList<>();
              for (int i = 0; i < count; i++) {
                Said post = kinds.get(i).called("p" + i);
                int to = parents.get(i);
                posts.add(to < 0 || to == i ? post : post.to("p" + to));
              }
              return posts;
            });
  }
}
