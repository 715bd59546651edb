package dev.switchboard.engine.flow;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The posts of one transaction: what the store knew about them before, and what the {@link Flow}
 * decided. The store fills it, the flow works on it, the store writes what changed. One thread.
 */
public final class Batch {
  private final Map<PostKey, KnownPost> known = new HashMap<>();
  private final Map<PostKey, Long> awaited = new HashMap<>();
  private final Map<Long, Conversation> conversations = new HashMap<>();
  private final Map<Long, CaseFile> latestCases = new HashMap<>();
  private final Map<Long, Long> mergedInto = new LinkedHashMap<>();

  private final List<NewPost> newPosts = new ArrayList<>();
  private final List<ChangedPost> changedPosts = new ArrayList<>();
  private final Set<PostKey> changedKeys = new HashSet<>();
  private final Set<Long> newConversations = new LinkedHashSet<>();
  private final Set<Long> changedConversations = new LinkedHashSet<>();
  private final Map<Long, CaseFile> newCases = new LinkedHashMap<>();
  private final Map<Long, CaseFile> changedCases = new LinkedHashMap<>();
  private final Set<Long> firstReplyUnsure = new HashSet<>();
  private final Set<PostKey> newlyAwaited = new LinkedHashSet<>();
  private final Set<PostKey> arrived = new LinkedHashSet<>();
  private final Map<Long, ChannelName> channelOfConversation = new HashMap<>();
  private final Map<Long, ChannelName> channelOfCase = new HashMap<>();
  private final List<EventOn> events = new ArrayList<>();
  private final Map<Long, Flagged> flagged = new LinkedHashMap<>();
  private final Map<AuthorOn, String> authorLanguages = new HashMap<>();
  private final Map<AuthorOn, String> learnedLanguages = new LinkedHashMap<>();

  private final Set<AuthorOn> muted = new HashSet<>();

  /** Somebody who writes on a channel. */
  private record AuthorOn(ChannelName channel, String author) {
    static AuthorOn of(Post post) {
      return new AuthorOn(post.channel(), post.author());
    }
  }

  /** An author's change of a stored post; {@code text} is the new one, empty when withdrawn. */
  public record ChangedPost(long id, AuthorChange change, String text) {}

  /** An event with the channel, and so the brand, that it happened on. */
  public record EventOn(ChannelName channel, NewEvent event) {}

  /** Sensitive topics of which customers speak on a case. */
  public record Flagged(long caseId, ChannelName channel, Set<String> topics) {}

  // What the store knew

  public void addKnown(PostKey key, KnownPost post) {
    known.put(key, post);
  }

  /** Adds a post that is not there yet, but is named as parent by posts of {@code conversation}. */
  public void addAwaited(PostKey key, long conversation) {
    awaited.put(key, conversation);
  }

  public void addConversation(Conversation conversation) {
    conversations.put(conversation.id(), conversation);
  }

  /** Adds the latest case of a conversation: the open one, or the one that was closed last. */
  public void addLatestCase(CaseFile file) {
    latestCases.put(file.conversation(), file);
  }

  /** Adds in which language (BCP 47) the author of a post wrote before. */
  public void addAuthorLanguage(Post post, String language) {
    authorLanguages.put(AuthorOn.of(post), language);
  }

  /** Adds that nobody wants to hear from the author of a post. */
  public void addMuted(Post post) {
    muted.add(AuthorOn.of(post));
  }

  // What the flow asks

  /** Whether nobody wants to hear from the author of a post. */
  boolean isMuted(Post post) {
    return !muted.isEmpty() && muted.contains(AuthorOn.of(post));
  }

  /** In which language the author of a post wrote before, this batch included, or null. */
  @Nullable String authorLanguage(Post post) {
    return authorLanguages.get(AuthorOn.of(post));
  }

  /** What is known of a post now, this batch included; null if nothing. */
  public @Nullable KnownPost known(PostKey key) {
    return known.get(key);
  }

  /** The conversation that {@code key} is part of or is awaited by, or null. */
  @Nullable Conversation conversationOf(PostKey key) {
    KnownPost post = known.get(key);
    Long id = post == null ? awaited.get(key) : Long.valueOf(post.conversation());
    return id == null ? null : conversation(id);
  }

  /** The conversation whose posts await {@code key}, or null. */
  @Nullable Conversation conversationAwaiting(PostKey key) {
    Long id = awaited.get(key);
    return id == null ? null : conversation(id);
  }

  @Nullable CaseFile latestCase(Conversation conversation) {
    return latestCases.get(conversation.id());
  }

  private Conversation conversation(long id) {
    return Objects.requireNonNull(
        conversations.get(survivor(id)), () -> "the store did not load conversation " + id);
  }

  public boolean hasConversation(long id) {
    return conversations.containsKey(id);
  }

  // What the flow decides

  void store(NewPost post, KnownPost asKnown) {
    newPosts.add(post);
    known.put(post.post().key(), asKnown);
    haveCome(post.post().key());
  }

  /** Nobody waits for {@code key} any more. */
  void haveCome(PostKey key) {
    if (awaited.remove(key) != null && !newlyAwaited.remove(key)) {
      arrived.add(key);
    }
  }

  void change(PostKey key, KnownPost asKnown, AuthorChange change, String text) {
    changedPosts.add(new ChangedPost(asKnown.id(), change, text));
    changedKeys.add(key);
    known.put(key, asKnown);
  }

  void await(PostKey parent, long conversation) {
    if (!known.containsKey(parent) && awaited.putIfAbsent(parent, conversation) == null) {
      newlyAwaited.add(parent);
    }
  }

  void openConversation(Conversation conversation, ChannelName channel) {
    conversations.put(conversation.id(), conversation);
    channelOfConversation.put(conversation.id(), channel);
    newConversations.add(conversation.id());
  }

  void update(Conversation conversation) {
    conversations.put(conversation.id(), conversation);
    changedConversations.add(conversation.id());
  }

  /** {@code from} is part of {@code into} from now on; its latest case is the caller's affair. */
  void merge(long from, Conversation into) {
    mergedInto.put(from, into.id());
    conversations.remove(from);
    latestCases.remove(from);
    update(into);
  }

  void openCase(CaseFile file, ChannelName channel) {
    channelOfCase.put(file.id(), channel);
    latestCases.put(file.conversation(), file);
    newCases.put(file.id(), file);
  }

  void update(CaseFile file) {
    latestCases.put(file.conversation(), file);
    updateEarlier(file);
  }

  /** Updates a case that is not its conversation's latest. */
  void updateEarlier(CaseFile file) {
    (newCases.containsKey(file.id()) ? newCases : changedCases).put(file.id(), file);
  }

  /** The first reply must be looked up among all posts, since they came out of order. */
  void lookUpFirstReply(CaseFile file) {
    firstReplyUnsure.add(file.id());
  }

  void record(ChannelName channel, NewEvent event) {
    events.add(new EventOn(channel, event));
  }

  /** Customers speak of sensitive topics on a case. */
  void flag(CaseFile file, ChannelName channel, Set<String> topics) {
    flagged
        .computeIfAbsent(file.id(), id -> new Flagged(id, channel, new TreeSet<>()))
        .topics()
        .addAll(topics);
  }

  /** The author of a post writes in this language from now on. */
  void learnLanguage(Post post, String language) {
    AuthorOn author = AuthorOn.of(post);
    if (!language.equals(authorLanguages.put(author, language))) {
      learnedLanguages.put(author, language);
    }
  }

  // What the store writes

  /** In which language the author of a post is now known to write, if that is new; or null. */
  public @Nullable String learnedLanguage(Post post) {
    return learnedLanguages.get(AuthorOn.of(post));
  }

  /** The conversation that {@code id} has become part of, or itself. */
  public long survivor(long id) {
    long at = id;
    for (Long next = mergedInto.get(at); next != null; next = mergedInto.get(at)) {
      at = next;
    }
    return at;
  }

  public List<NewPost> newPosts() {
    return newPosts;
  }

  public Set<PostKey> changedKeys() {
    return changedKeys;
  }

  public List<ChangedPost> changedPosts() {
    return changedPosts;
  }

  /** Conversations to insert; those that were merged away within the batch are left out. */
  public List<Conversation> newConversations() {
    return existing(newConversations);
  }

  /** Conversations to update. */
  public List<Conversation> changedConversations() {
    Set<Long> stored = new LinkedHashSet<>(changedConversations);
    stored.removeAll(newConversations);
    return existing(stored);
  }

  private List<Conversation> existing(Set<Long> ids) {
    List<Conversation> found = new ArrayList<>(ids.size());
    for (Long id : ids) {
      Conversation conversation = conversations.get(id);
      if (conversation != null) {
        found.add(conversation);
      }
    }
    return found;
  }

  /** Stored conversations that became part of others: from → into, in order. */
  public Map<Long, Long> merges() {
    Map<Long, Long> stored = new LinkedHashMap<>();
    mergedInto.forEach(
        (from, _) -> {
          if (!newConversations.contains(from)) {
            stored.put(from, survivor(from));
          }
        });
    return stored;
  }

  public List<CaseFile> newCases() {
    return List.copyOf(newCases.values());
  }

  public List<CaseFile> changedCases() {
    return List.copyOf(changedCases.values());
  }

  /** Cases whose first reply the store must look up once the posts are written. */
  public Set<Long> firstReplyUnsure() {
    return firstReplyUnsure;
  }

  /** Parents that nobody has seen yet, with the conversation that waits for each. */
  public Map<PostKey, Long> newlyAwaited() {
    Map<PostKey, Long> result = new LinkedHashMap<>();
    for (PostKey key : newlyAwaited) {
      result.put(key, survivor(Objects.requireNonNull(awaited.get(key))));
    }
    return result;
  }

  /** Awaited posts that have come. */
  public Set<PostKey> arrived() {
    return arrived;
  }

  /** The channel of a conversation or case that is new in this batch. */
  public ChannelName channelOf(Conversation conversation) {
    return Objects.requireNonNull(channelOfConversation.get(conversation.id()));
  }

  public ChannelName channelOf(CaseFile file) {
    return Objects.requireNonNull(channelOfCase.get(file.id()));
  }

  /** Cases on which customers spoke of sensitive topics in this batch. */
  public List<Flagged> flagged() {
    return List.copyOf(flagged.values());
  }

  public List<EventOn> events() {
    return events;
  }
}
