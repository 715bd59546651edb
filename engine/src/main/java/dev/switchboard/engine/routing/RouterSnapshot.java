package dev.switchboard.engine.routing;

import dev.switchboard.engine.routing.Routed.Place;
import dev.switchboard.engine.routing.Routed.Raised;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of a router: its people and its cases, in order of their names and numbers. Crews,
 * queues, loads and what is due follow from them.
 */
final class RouterSnapshot {
  private static final int MAGIC = 0x53574952; // "SWIR"
  private static final int FORMAT = 3;

  private RouterSnapshot() {}

  static byte[] write(Router router) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      RoutingBytes.write(router.now, out);
      List<Agent> agents =
          router.floor.agents.values().stream()
              .sorted(Comparator.comparing((Agent agent) -> agent.name))
              .toList();
      out.writeInt(agents.size());
      for (Agent agent : agents) {
        writeAgent(agent, out);
      }
      List<Routed> cases =
          router.cases.all.values().stream()
              .sorted(Comparator.comparingLong((Routed routed) -> routed.id))
              .toList();
      WhoTable whos = WhoTable.of(cases);
      whos.write(out);
      out.writeInt(cases.size());
      for (Routed routed : cases) {
        writeCase(routed, whos, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory refused bytes", impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeAgent(Agent agent, DataOutput out) throws IOException {
    out.writeUTF(agent.name);
    out.writeBoolean(agent.worker != null);
    if (agent.worker != null) {
      RoutingBytes.write(agent.worker, out);
    }
    RoutingBytes.write(agent.idleSince, out);
    RoutingBytes.write(agent.presenceSince, out);
    out.writeInt(agent.unanswered);
    out.writeInt(agent.unseen);
    RoutingBytes.write(agent.pauseEnd(), out);
  }

  private static void writeCase(Routed routed, WhoTable whos, DataOutput out) throws IOException {
    out.writeLong(routed.id);
    out.writeBoolean(routed.waiting != null);
    if (routed.waiting != null) {
      RoutingBytes.write(routed.waiting, whos, out);
    }
    out.writeInt(routed.weight);
    out.writeInt(routed.step);
    out.writeUTF(routed.place.name());
    out.writeUTF(routed.agent == null ? "" : routed.agent.name);
    RoutingBytes.write(routed.until, out);
    RoutingBytes.write(routed.due, out);
    out.writeUTF(routed.raised.name());
    out.writeInt(routed.tried().size());
    for (Map.Entry<String, Instant> one : routed.tried().entrySet()) {
      out.writeUTF(one.getKey());
      RoutingBytes.write(one.getValue(), out);
    }
  }

  static void readInto(Router router, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
        throw new IllegalArgumentException("not a snapshot of a router, or of another format");
      }
      router.now = RoutingBytes.readInstant(in);
      Map<String, Agent> agents = new HashMap<>();
      int people = in.readInt();
      for (int i = 0; i < people; i++) {
        Agent agent = readAgent(router, in);
        agents.put(agent.name, agent);
      }
      WhoTable whos = WhoTable.read(in);
      int cases = in.readInt();
      for (int i = 0; i < cases; i++) {
        readCase(router, agents, whos, in);
      }
      // Whoever is available is ordered by their load, which is known only now.
      agents.values().forEach(router.floor::show);
      router.floor.takeShaken();
    } catch (IOException broken) {
      throw new IllegalArgumentException("the snapshot of a router is cut off", broken);
    }
  }

  private static Agent readAgent(Router router, DataInput in) throws IOException {
    Agent agent = new Agent(in.readUTF(), router.now);
    Worker worker = in.readBoolean() ? RoutingBytes.readWorker(agent.name, in) : null;
    agent.idleSince = RoutingBytes.readInstant(in);
    agent.presenceSince = RoutingBytes.readInstant(in);
    agent.unanswered = in.readInt();
    agent.unseen = in.readInt();
    Instant pauseEnd = RoutingBytes.readInstant(in);
    if (!pauseEnd.equals(Instant.MAX)) {
      agent.pausedUntil = pauseEnd;
      router.people.paused.add(agent);
    }
    router.floor.agents.put(agent.name, agent);
    if (worker != null) {
      router.floor.put(agent, worker);
    }
    return agent;
  }

  private static void readCase(
      Router router, Map<String, Agent> agents, WhoTable whos, DataInput in) throws IOException {
    Routed routed = new Routed(in.readLong());
    if (in.readBoolean()) {
      routed.know(RoutingBytes.readWaiting(routed.id, whos, in));
    }
    routed.weight = in.readInt();
    routed.step = in.readInt();
    routed.place = Place.valueOf(in.readUTF());
    routed.agent = agents.get(in.readUTF());
    routed.until = RoutingBytes.readInstant(in);
    Instant due = RoutingBytes.readInstant(in);
    routed.raised = Raised.valueOf(in.readUTF());
    int tried = in.readInt();
    for (int i = 0; i < tried; i++) {
      routed.notTo(in.readUTF(), RoutingBytes.readInstant(in));
    }
    router.cases.all.put(routed.id, routed);
    router.dispatch.setDue(routed, due);
    putBack(router, routed);
  }

  private static void putBack(Router router, Routed routed) {
    switch (routed.place) {
      case NOWHERE -> {}
      case QUEUED -> {
        router.floor.demands.add(routed, router.floor.demands.of(routed));
      }
      case KEPT -> routed.agent().kept.add(routed);
      case OFFERED -> {
        routed.agent().load += routed.weight;
        routed.agent().offers.add(routed);
      }
      case HELD -> routed.agent().load += routed.weight;
    }
  }
}
