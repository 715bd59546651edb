package dev.switchboard.engine.flow;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.casework.PostRules;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKey;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.engine.testing.ScriptedTriage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The store in memory: loads and saves batches as the real one does, and keeps the same promises.
 */
final class FakeStore {
  final Map<PostKey, StoredPost> posts = new HashMap<>();
  final Map<Long, Conversation> conversations = new HashMap<>();
  final Map<Long, CaseFile> cases = new HashMap<>();
  final Map<PostKey, Long> awaited = new HashMap<>();
  final List<NewEvent> events = new ArrayList<>();
  final Set<String> muted = new HashSet<>();
  final CountingIds ids = new CountingIds();
  final Flow flow;

  Instant now = Said.minute(60);
  Origin origin = Origin.LIVE;

  FakeStore() {
    this(CasePolicy.DEFAULT);
  }

  FakeStore(CasePolicy policy) {
    flow = new Flow(new ScriptedTriage(), new PostRules(policy), ids);
  }

  record StoredPost(
      long id,
      long conversation,
      Post post,
      Instant shownAt,
      String text,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt) {

    StoredPost in(long other) {
      return new StoredPost(id, other, post, shownAt, text, editedAt, deletedAt);
    }

    StoredPost changed(AuthorChange change, String newText) {
      return switch (change) {
        case AuthorChange.Written _ -> throw new IllegalArgumentException("nothing changed");
        case AuthorChange.Edited(var at) ->
            new StoredPost(id, conversation, post, shownAt, newText, at, deletedAt);
        case AuthorChange.Deleted(var at) ->
            new StoredPost(id, conversation, post, shownAt, newText, editedAt, at);
      };
    }
  }

  /** Numbers from one on. */
  static final class CountingIds implements Ids {
    private long post;
    private long conversation;
    private long file;

    @Override
    public long nextPost() {
      return ++post;
    }

    @Override
    public long nextConversation() {
      return ++conversation;
    }

    @Override
    public long nextCase() {
      return ++file;
    }
  }

  /** Stores posts as one batch. */
  List<Accepted> arrive(Said... said) {
    return arrive(Arrays.asList(said));
  }

  List<Accepted> arrive(List<Said> said) {
    List<Arrival> arrivals = said.stream().map(s -> flow.triage(s.post(), origin)).toList();
    Batch batch = read(arrivals);
    List<Accepted> accepted = arrivals.stream().map(a -> flow.accept(a, batch, now)).toList();
    write(batch);
    return accepted;
  }

  private Batch read(List<Arrival> arrivals) {
    Batch batch = new Batch();
    Set<Long> needed = new LinkedHashSet<>();
    for (Arrival arrival : arrivals) {
      if (muted.contains(arrival.post().author())) {
        batch.addMuted(arrival.post());
      }
      for (PostKey key : keys(arrival.post())) {
        StoredPost known = posts.get(key);
        if (known != null) {
          needed.add(known.conversation());
          batch.addKnown(
              key,
              new KnownPost(known.id(), known.conversation(), known.editedAt(), known.deletedAt()));
        }
        Long waiting = awaited.get(key);
        if (waiting != null) {
          needed.add(waiting);
          batch.addAwaited(key, waiting);
        }
      }
    }
    for (Long id : needed) {
      batch.addConversation(conversation(id));
      casesOf(id).stream().reduce(CaseFile::later).ifPresent(batch::addLatestCase);
    }
    return batch;
  }

  private static List<PostKey> keys(Post post) {
    PostKey parent = post.parentKey();
    return parent == null ? List.of(post.key()) : List.of(post.key(), parent);
  }

  private void write(Batch batch) {
    batch.changedCases().forEach(file -> replace(cases, file.id(), file));
    batch.merges().forEach(this::merge);
    batch.changedConversations().forEach(c -> replace(conversations, c.id(), c));
    batch.arrived().forEach(awaited::remove);
    batch.newConversations().forEach(c -> insert(conversations, c.id(), c));
    batch.newPosts().forEach(post -> insert(posts, post.post().key(), stored(post, batch)));
    batch.changedPosts().forEach(this::change);
    batch
        .newCases()
        .forEach(
            file ->
                insert(cases, file.id(), file.onConversation(batch.survivor(file.conversation()))));
    batch.newlyAwaited().forEach((key, conversation) -> insert(awaited, key, conversation));
    batch.firstReplyUnsure().forEach(this::lookUpFirstReply);
    batch.events().forEach(e -> events.add(e.event()));
    checkOneOpenCase();
  }

  private static StoredPost stored(NewPost post, Batch batch) {
    AuthorChange change = post.post().change();
    return new StoredPost(
        post.id(),
        batch.survivor(post.conversation()),
        post.post(),
        post.shownAt(),
        post.post().text(),
        change instanceof AuthorChange.Edited(var at) ? at : null,
        change instanceof AuthorChange.Deleted(var at) ? at : null);
  }

  private void merge(long from, long into) {
    cases.replaceAll((_, file) -> file.conversation() == from ? file.onConversation(into) : file);
    posts.replaceAll((_, post) -> post.conversation() == from ? post.in(into) : post);
    awaited.replaceAll((_, conversation) -> conversation == from ? into : conversation);
    if (conversations.remove(from) == null) {
      throw new AssertionError("no conversation " + from + " to merge");
    }
  }

  private void change(Batch.ChangedPost changed) {
    posts.replaceAll(
        (_, post) ->
            post.id() == changed.id() ? post.changed(changed.change(), changed.text()) : post);
  }

  private void lookUpFirstReply(long caseId) {
    CaseFile file = findCase(caseId);
    Instant first =
        posts.values().stream()
            .filter(p -> p.conversation() == file.conversation())
            .map(StoredPost::post)
            .filter(p -> p.direction() == Direction.OUT && !p.createdAt().isBefore(file.askedAt()))
            .map(Post::createdAt)
            .min(Comparator.naturalOrder())
            .orElse(null);
    cases.put(
        caseId,
        new CaseFile(
            file.id(),
            file.conversation(),
            file.state(),
            file.fence(),
            file.askedAt(),
            file.openedAt(),
            first,
            file.rankedLow()));
  }

  /** The store has a unique index for this. */
  private void checkOneOpenCase() {
    for (Long id : conversations.keySet()) {
      if (casesOf(id).stream().filter(f -> f.state().isOpen()).count() > 1) {
        throw new AssertionError("two open cases: " + casesOf(id));
      }
    }
  }

  private static <K, V> void insert(Map<K, V> into, K key, V value) {
    if (into.put(key, value) != null) {
      throw new AssertionError("inserted twice: " + key);
    }
  }

  private static <K, V> void replace(Map<K, V> in, K key, V value) {
    if (in.replace(key, value) == null) {
      throw new AssertionError("changed before it was there: " + value);
    }
  }

  // What tests ask

  Conversation conversation(long id) {
    Conversation found = conversations.get(id);
    if (found == null) {
      throw new AssertionError("no conversation " + id);
    }
    return found;
  }

  Conversation conversationOf(String post) {
    return conversation(post(post).conversation());
  }

  StoredPost post(String id) {
    return posts.values().stream()
        .filter(p -> p.post().externalId().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no post " + id));
  }

  List<CaseFile> casesOf(long conversation) {
    return cases.values().stream()
        .filter(f -> f.conversation() == conversation)
        .sorted(Comparator.comparingLong(CaseFile::id))
        .toList();
  }

  CaseFile findCase(long id) {
    CaseFile found = cases.get(id);
    if (found == null) {
      throw new AssertionError("no case " + id);
    }
    return found;
  }

  /** The one case that there is. */
  CaseFile onlyCase() {
    if (cases.size() != 1) {
      throw new AssertionError("not one case: " + cases.values());
    }
    return cases.values().iterator().next();
  }

  /** What people or the outbox do to a case between batches. */
  void put(CaseFile file) {
    replace(cases, file.id(), file);
  }

  /** What the outbox does: puts a sent reply beside what it answers. */
  void addOwnReply(String id, String to, Instant sentAt) {
    Conversation before = conversationOf(to);
    Post post = Said.replies(id, 0).to(to).atTime(sentAt).post();
    long number = ids.nextPost();
    insert(posts, post.key(), new StoredPost(number, before.id(), post, sentAt, "", null, null));
    replace(
        conversations,
        before.id(),
        before.with(number, sentAt, sentAt, Conversation.Voice.BRAND).repliedTo(sentAt, false));
  }

  /** The external ids of a conversation's posts in the order shown. */
  List<String> shown(long conversation) {
    return posts.values().stream()
        .filter(p -> p.conversation() == conversation)
        .sorted(Comparator.comparing(StoredPost::shownAt).thenComparing(StoredPost::id))
        .map(p -> p.post().externalId())
        .toList();
  }

  /** The names of the events of a case. */
  List<String> history(long caseId) {
    return events.stream()
        .filter(e -> e.caseId() != null && e.caseId() == caseId)
        .map(NewEvent::event)
        .map(Event::type)
        .toList();
  }
}
