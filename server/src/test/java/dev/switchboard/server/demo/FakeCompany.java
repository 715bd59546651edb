package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ndjson.NdjsonPosts;
import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.casework.PostRules;
import dev.switchboard.engine.casework.PostRules.Heard;
import dev.switchboard.engine.casework.TakeOverReason;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.conversation.Conversation.Voice;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostCheck;
import dev.switchboard.engine.post.PostDraft;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.ExceptionRow;
import dev.switchboard.store.reads.Page;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.reads.StateCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A company in memory that follows the real rules of casework: intake, desk, reads and network. It
 * opens a case for every post that is not a repost. Replies go out when somebody lists cases.
 */
final class FakeCompany implements PostSink, CaseReads, CaseDesk, SetsAside, SentCheck {
  final FakeIncidents incidents = new FakeIncidents();
  private final CasePolicy policy;
  private final Casework casework;
  private final PostRules rules;
  private final Map<String, PostRow> posts = new HashMap<>();
  private final Map<String, Long> conversationOf = new HashMap<>();
  private final Map<Long, Conversation> conversations = new HashMap<>();
  private final Map<Long, List<PostRow>> shown = new HashMap<>();
  private final TreeMap<Long, CaseFile> cases = new TreeMap<>();
  private final List<Outgoing> outbox = new ArrayList<>();
  private final List<SentReply> network = new ArrayList<>();
  final List<String> agents = new ArrayList<>();
  final List<String> replyTexts = new ArrayList<>();
  private long lastId;
  int heartbeats;

  private record Outgoing(
      long reply, long caseId, String agent, String text, Instant at, String question) {}

  FakeCompany(Duration lease) {
    this.policy = new CasePolicy(lease, Duration.ofDays(7), Duration.ofDays(7));
    this.casework = new Casework(policy);
    this.rules = new PostRules(policy);
  }

  // Intake

  @Override
  public synchronized Receipt accept(List<String> lines) {
    int stored = 0;
    int duplicates = 0;
    int rejected = 0;
    for (String line : lines) {
      Post post = parse(line, Instant.now());
      if (post == null) {
        rejected++;
      } else if (posts.containsKey(post.externalId())
          && post.change() instanceof AuthorChange.Written) {
        duplicates++;
      } else {
        stored++;
        store(post);
      }
    }
    return new Receipt(stored, duplicates, rejected);
  }

  static @Nullable Post parse(String line, Instant now) {
    List<Post> posts = new ArrayList<>();
    NdjsonPosts.parseLines(
        line.getBytes(StandardCharsets.UTF_8),
        parsed -> {
          if (parsed instanceof ParsedLine.Good(_, PostDraft draft)
              && PostCheck.check(draft, now)
                  instanceof PostCheck.Checked.Accepted(Post post, List<String> repairs)) {
            assertThat(repairs).isEmpty();
            posts.add(post);
          }
        });
    return posts.isEmpty() ? null : posts.getFirst();
  }

  private void store(Post post) {
    if (!posts.containsKey(post.externalId())) {
      add(post, post.kind() != PostKind.REPOST);
    }
  }

  private void add(Post post, boolean asks) {
    String id = post.externalId();
    String parent = post.inReplyTo();
    Instant createdAt = post.createdAt();
    long number = ++lastId;
    Long joined = parent == null ? null : conversationOf.get(parent);
    if (joined == null) {
      joined = conversationOf.get(id);
    }
    Conversation before =
        joined == null
            ? new Conversation(number, number, createdAt, null, null, null)
            : known(conversations, joined);
    Instant shownAt =
        createdAt.isAfter(before.lastShownAt()) ? createdAt : before.lastShownAt().plusNanos(1000);
    Voice voice =
        post.direction() == Direction.OUT
            ? Voice.BRAND
            : asks ? Voice.CUSTOMER_ASKS : Voice.CUSTOMER_CHATS;
    Conversation after = before.with(number, shownAt, createdAt, voice);
    conversations.put(after.id(), after);
    conversationOf.put(id, after.id());
    if (parent != null) {
      conversationOf.putIfAbsent(parent, after.id());
    }
    PostRow row = row(number, post, shownAt);
    posts.put(id, row);
    shown.computeIfAbsent(after.id(), _ -> new ArrayList<>()).add(row);
    if (post.isFromCustomer()) {
      CaseDecision.Done done =
          rules.onPost(
              latestCase(after.id()),
              after,
              new Heard(voice, true, createdAt, Origin.LIVE),
              Instant.now(),
              () -> ++lastId);
      if (done != null) {
        cases.put(done.file().id(), done.file());
      }
    }
  }

  private static PostRow row(long number, Post post, Instant shownAt) {
    return new PostRow(
        number,
        post.externalId(),
        post.author(),
        null,
        post.direction(),
        post.kind(),
        post.inReplyTo(),
        post.text(),
        post.createdAt(),
        shownAt,
        null,
        null,
        post.language(),
        null,
        null,
        null,
        null,
        null);
  }

  private @Nullable CaseFile latestCase(long conversation) {
    return cases.values().stream()
        .filter(file -> file.conversation() == conversation)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  // Network

  private void sendAll() {
    for (Outgoing out : List.copyOf(outbox)) {
      outbox.remove(out);
      CaseFile file = known(cases, out.caseId());
      Conversation conversation = known(conversations, file.conversation());
      boolean overtaken =
          conversation.lastHelpAt() != null && conversation.lastHelpAt().isAfter(out.at());
      String id = "out-" + out.reply();
      add(brandPost(id, out), false);
      network.add(new SentReply(out.agent(), "x:@auroraair", out.question(), out.text(), id));
      keep(casework.sent(file, out.reply(), id, Instant.now(), overtaken));
    }
  }

  private static Post brandPost(String id, Outgoing out) {
    return new Post(
        id,
        Airline.X,
        null,
        Airline.BRAND,
        out.text(),
        Instant.now(),
        Direction.OUT,
        PostKind.REPLY,
        out.question(),
        null,
        null,
        null,
        AuthorChange.WRITTEN,
        null);
  }

  @Override
  public long sentTwice() {
    return 0;
  }

  @Override
  public synchronized List<SentReply> replies() {
    return List.copyOf(network);
  }

  // Desk

  @Override
  public synchronized DeskResult claim(long caseId, String agent) {
    agents.add(agent);
    return act(caseId, file -> casework.claim(file, agent, Instant.now()));
  }

  @Override
  public synchronized DeskResult heartbeat(long caseId, long token) {
    heartbeats++;
    return act(caseId, file -> casework.heartbeat(file, token, Instant.now()));
  }

  @Override
  public synchronized DeskResult release(long caseId, long token) {
    return act(caseId, file -> casework.release(file, conversationOf(file), token, Instant.now()));
  }

  @Override
  public synchronized DeskResult takeOver(long caseId, String agent, String reason) {
    agents.add(agent);
    TakeOverReason why = new TakeOverReason(reason);
    return act(caseId, file -> casework.takeOver(file, agent, why, Instant.now()));
  }

  @Override
  public synchronized DeskResult transfer(
      long caseId, long token, String to, @Nullable String note) {
    return act(caseId, file -> casework.transfer(file, token, to, Instant.now()));
  }

  @Override
  public synchronized DeskResult reply(
      long caseId, String text, Manner manner, long token, long seenThrough) {
    long reply = ++lastId;
    CaseFile before = cases.get(caseId);
    DeskResult result =
        act(
            caseId,
            file ->
                casework.reply(
                    file, conversationOf(file), token, seenThrough, reply, Instant.now()));
    if (result instanceof DeskResult.Done(CaseFile file, _)
        && before != null
        && before.state() instanceof CaseState.Claimed claim) {
      replyTexts.add(text);
      String question =
          known(shown, file.conversation()).stream()
              .filter(post -> post.direction() == Direction.IN)
              .reduce((_, later) -> later)
              .orElseThrow()
              .externalId();
      outbox.add(new Outgoing(reply, caseId, claim.agent(), text, Instant.now(), question));
      return new DeskResult.Done(file, reply);
    }
    return result;
  }

  @Override
  public synchronized DeskResult note(long caseId, String agent, String text) {
    return act(caseId, file -> new CaseDecision.Done(file, List.of()));
  }

  @Override
  public synchronized DeskResult close(long caseId, String agent, long token) {
    return act(caseId, file -> casework.close(file, token, Instant.now()));
  }

  @Override
  public synchronized DeskResult close(long caseId, long token) {
    return act(caseId, file -> casework.closeHeld(file, token, Instant.now()));
  }

  @Override
  public synchronized DeskResult reopen(long caseId, String agent) {
    return act(caseId, file -> casework.reopen(file, null));
  }

  @Override
  public DeskResult passOn(long caseId, String agent, long token, @Nullable String note) {
    throw new UnsupportedOperationException("nobody passes cases on here");
  }

  @Override
  public DeskResult pause(
      long caseId, long token, WaitingOn on, String reason, @Nullable Instant until) {
    throw new UnsupportedOperationException("nobody pauses here");
  }

  @Override
  public DeskResult resume(long caseId, long token) {
    throw new UnsupportedOperationException("nobody pauses here");
  }

  @Override
  public boolean clear(long exception, String agent, Clearing how) {
    return false;
  }

  private DeskResult act(long caseId, Function<CaseFile, CaseDecision> action) {
    CaseFile file = cases.get(caseId);
    if (file == null) {
      return new DeskResult.NoSuchCase(caseId);
    }
    return switch (action.apply(file)) {
      case CaseDecision.Done done -> {
        keep(done);
        yield new DeskResult.Done(done.file(), null);
      }
      case CaseDecision.Refused refused -> new DeskResult.Refused(refused.refusal(), file);
    };
  }

  private void keep(CaseDecision decision) {
    if (decision instanceof CaseDecision.Done(CaseFile file, _)) {
      cases.put(file.id(), file);
    }
  }

  private Conversation conversationOf(CaseFile file) {
    return known(conversations, file.conversation());
  }

  // Reads

  @Override
  public synchronized Page<CaseRow> cases(CaseQuery query) {
    sendAll();
    List<CaseRow> rows =
        cases.values().stream()
            .filter(file -> file.state().word().equals(query.state()))
            .sorted(Comparator.comparing(CaseFile::askedAt))
            .limit(query.limit())
            .map(this::row)
            .toList();
    return new Page<>(rows, null);
  }

  @Override
  public synchronized List<CaseRow> cases(Collection<Long> ids) {
    return cases.values().stream().filter(c -> ids.contains(c.id())).map(this::row).toList();
  }

  @Override
  public synchronized Optional<CaseDetail> findCase(long id) {
    CaseFile file = cases.get(id);
    return file == null
        ? Optional.empty()
        : Optional.of(
            new CaseDetail(
                row(file),
                known(shown, file.conversation()).stream()
                    .sorted(Comparator.comparing(PostRow::shownAt))
                    .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
  }

  private CaseRow row(CaseFile file) {
    Conversation conversation = conversationOf(file);
    return new CaseRow(
        file.id(),
        Airline.BRAND,
        "x:@auroraair",
        file.state(),
        file.askedAt(),
        file.openedAt(),
        file.firstReplyAt(),
        file.rankedLow(),
        "@someone",
        null,
        null,
        "",
        conversation.lastShownAt(),
        conversation.lastPost(),
        known(shown, conversation.id()).size(),
        0,
        null);
  }

  @Override
  public Map<String, Integer> held(@Nullable String brand) {
    return Map.of();
  }

  @Override
  public synchronized StateCounts counts(@Nullable String brand) {
    sendAll();
    return new StateCounts(
        in("waiting"), in("claimed"), 0, in("pending"), in("answered"), in("closed"), 0);
  }

  private long in(String state) {
    return cases.values().stream().filter(file -> file.state().word().equals(state)).count();
  }

  @Override
  public List<ExceptionRow> exceptions(@Nullable String brand) {
    return List.of();
  }

  @Override
  public List<String> brands() {
    return List.of(Airline.BRAND);
  }

  /** Posts that are stored, the brand's own left out. */
  synchronized List<PostRow> customersPosts() {
    return posts.values().stream().filter(post -> post.direction() == Direction.IN).toList();
  }

  synchronized List<CaseFile> files() {
    return List.copyOf(cases.values());
  }

  private static <T> T known(Map<Long, T> map, Long id) {
    return Objects.requireNonNull(map.get(id));
  }

  @Override
  public boolean setAside(long caseId, String agent, long token) {
    return close(caseId, token) instanceof DeskResult.Done;
  }
}
