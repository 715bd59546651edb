package dev.switchboard.engine.incident.grouping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The bytes of a brand's groups. */
final class GroupingSnapshot {
  private static final int MAGIC = 0x53574752; // "SWGR"
  private static final int FORMAT = 1;

  private GroupingSnapshot() {}

  static byte[] write(Grouping grouping) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      out.writeLong(grouping.lastNumber);
      out.writeLong(grouping.nowMillis);
      out.writeLong(grouping.ageing.baseMillis());
      out.writeDouble(grouping.ageing.posts());
      int[] place = writeTerms(grouping.terms, out);
      writeClusters(grouping, place, out);
      writeRecent(grouping.recent, out);
      writeWord(grouping, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Grouping read(byte[] bytes, GroupingSettings settings) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
        throw new IllegalArgumentException("not a snapshot of a brand's groups");
      }
      Grouping grouping = new Grouping(settings);
      grouping.lastNumber = in.readLong();
      grouping.nowMillis = in.readLong();
      long base = in.readLong();
      double posts = in.readDouble();
      if (grouping.nowMillis != Long.MIN_VALUE) {
        grouping.ageing.restore(base, grouping.nowMillis, posts);
      }
      readTerms(grouping.terms, in);
      readClusters(grouping, in);
      readRecent(grouping.recent, in);
      readWord(grouping, in);
      return grouping;
    } catch (IOException cut) {
      throw new IllegalArgumentException("the snapshot of a brand's groups is cut off", cut);
    }
  }

  /** Returns which number each term has in the snapshot, where numbers have no gaps. */
  private static int[] writeTerms(Terms terms, DataOutputStream out) throws IOException {
    int[] place = new int[terms.end()];
    int next = 0;
    out.writeInt(terms.sweepAt());
    out.writeInt(terms.size());
    for (int term = 0; term < terms.end(); term++) {
      if (terms.isKnown(term)) {
        place[term] = next++;
        out.writeLong(terms.hash(term));
        out.writeUTF(terms.word(term));
        out.writeDouble(terms.seen(term));
      }
    }
    return place;
  }

  private static void readTerms(Terms terms, DataInputStream in) throws IOException {
    int sweepAt = in.readInt();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      terms.add(in.readLong(), in.readUTF(), in.readDouble());
    }
    terms.sweepAt(sweepAt);
  }

  private static void writeClusters(Grouping grouping, int[] place, DataOutputStream out)
      throws IOException {
    Clusters clusters = grouping.clusters;
    out.writeInt(clusters.size());
    for (int slot = clusters.quietest(); slot >= 0; slot = clusters.after(slot)) {
      Cluster cluster = clusters.get(slot);
      out.writeLong(cluster.number);
      writeOptional(cluster.language, out);
      out.writeLong(cluster.lastMillis);
      out.writeDouble(cluster.squaredNorm);
      out.writeInt(cluster.posts());
      out.writeInt(cluster.size());
      for (int i = 0; i < cluster.size(); i++) {
        Postings postings = grouping.terms.postingsOrNew(cluster.term(i));
        int at = postings.find(slot);
        out.writeInt(place[cluster.term(i)]);
        out.writeFloat(postings.weight(at));
        out.writeInt(postings.posts(at));
      }
    }
  }

  private static void readClusters(Grouping grouping, DataInputStream in) throws IOException {
    int clusters = in.readInt();
    if (clusters > grouping.settings.maxGroups()) {
      throw new IllegalArgumentException(
          "the snapshot holds %d groups, the settings allow %d"
              .formatted(clusters, grouping.settings.maxGroups()));
    }
    for (int i = 0; i < clusters; i++) {
      Cluster cluster = new Cluster(in.readLong(), readOptional(in));
      cluster.lastMillis = in.readLong();
      cluster.squaredNorm = in.readDouble();
      cluster.countPosts(in.readInt(), grouping.settings.sizeBonus());
      int slot = grouping.clusters.add(cluster);
      int terms = in.readInt();
      for (int t = 0; t < terms; t++) {
        int term = in.readInt();
        grouping.terms.word(term);
        cluster.add(term);
        grouping.terms.postingsOrNew(term).add(slot, in.readFloat(), in.readInt());
      }
      grouping.clusters.settle(slot);
    }
  }

  private static void writeRecent(RecentPosts recent, DataOutputStream out) throws IOException {
    out.writeLong(recent.added() - recent.size());
    out.writeInt(recent.size());
    for (int i = 0; i < recent.size(); i++) {
      RecentPosts.Original post = recent.get(i);
      out.writeLong(recent.lastMillis(i));
      out.writeUTF(post.id());
      out.writeLong(post.cluster());
      out.writeInt(post.terms().length);
      for (int term : post.terms()) {
        out.writeInt(term);
      }
    }
  }

  private static void readRecent(RecentPosts recent, DataInputStream in) throws IOException {
    recent.skip(in.readLong());
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long lastMillis = in.readLong();
      String id = in.readUTF();
      long cluster = in.readLong();
      int[] terms = new int[in.readInt()];
      for (int t = 0; t < terms.length; t++) {
        terms[t] = in.readInt();
      }
      recent.add(new RecentPosts.Original(id, cluster, terms), lastMillis);
    }
  }

  private static void writeWord(Grouping grouping, DataOutputStream out) throws IOException {
    PeoplesWord word = grouping.word;
    out.writeLong(word.lastAction);
    out.writeInt(word.parent.size());
    for (var link : word.parent.entrySet()) {
      out.writeLong(link.getKey());
      out.writeLong(link.getValue());
    }
    out.writeInt(word.apart.size());
    for (PeoplesWord.Pair pair : word.apart) {
      out.writeLong(pair.group());
      out.writeLong(pair.other());
    }
    out.writeInt(word.actions.size());
    for (var action : word.actions.entrySet()) {
      out.writeLong(action.getKey());
      out.writeBoolean(action.getValue().merge());
      out.writeLong(action.getValue().group());
      out.writeLong(action.getValue().other());
    }
    out.writeInt(grouping.proposals.open.size());
    for (var proposal : grouping.proposals.open.entrySet()) {
      out.writeLong(proposal.getKey().group());
      out.writeLong(proposal.getKey().other());
      out.writeDouble(proposal.getValue());
    }
  }

  private static void readWord(Grouping grouping, DataInputStream in) throws IOException {
    PeoplesWord word = grouping.word;
    word.lastAction = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      word.parent.put(in.readLong(), in.readLong());
    }
    for (int left = in.readInt(); left > 0; left--) {
      word.apart.add(new PeoplesWord.Pair(in.readLong(), in.readLong()));
    }
    for (int left = in.readInt(); left > 0; left--) {
      long action = in.readLong();
      word.actions.put(
          action, new PeoplesWord.Action(in.readBoolean(), in.readLong(), in.readLong()));
    }
    for (int left = in.readInt(); left > 0; left--) {
      grouping.proposals.open.put(
          new PeoplesWord.Pair(in.readLong(), in.readLong()), in.readDouble());
    }
  }

  private static void writeOptional(@Nullable String text, DataOutputStream out)
      throws IOException {
    out.writeUTF(text == null ? "" : text);
  }

  private static @Nullable String readOptional(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : text;
  }
}
