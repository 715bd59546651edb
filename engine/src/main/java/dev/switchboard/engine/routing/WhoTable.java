package dev.switchboard.engine.routing;

import dev.switchboard.engine.process.FlowRole;
import dev.switchboard.engine.process.Group;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.process.Who;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom steps let take their cases, each once in a snapshot: thousands of cases name the same. */
final class WhoTable {
  private final List<MayTake> all = new ArrayList<>();
  private final Map<MayTake, Integer> numbers = new HashMap<>();

  /** One of all cases of which something is known, in their order. */
  static WhoTable of(List<Routed> cases) {
    WhoTable table = new WhoTable();
    for (Routed routed : cases) {
      if (routed.waiting != null) {
        table.add(routed.waiting.needs().who());
      }
    }
    return table;
  }

  private void add(MayTake who) {
    if (numbers.putIfAbsent(who, all.size()) == null) {
      all.add(who);
    }
  }

  int number(MayTake who) {
    Integer number = numbers.get(who);
    if (number == null) {
      throw new IllegalStateException("not in the table: " + who);
    }
    return number;
  }

  MayTake get(int number) {
    if (number < 0 || number >= all.size()) {
      throw new IllegalArgumentException(
          "the snapshot of a router names whom it does not list: " + number);
    }
    return all.get(number);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(all.size());
    for (MayTake one : all) {
      out.writeUTF(one.step());
      write(one.here(), out);
      write(one.then(), out);
      out.writeInt(one.called().size());
      for (Who called : one.called()) {
        write(called, out);
      }
    }
  }

  static WhoTable read(DataInput in) throws IOException {
    WhoTable table = new WhoTable();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      String step = in.readUTF();
      Who here = readWho(in);
      Who then = readWho(in);
      List<Who> called = new ArrayList<>();
      int calls = in.readInt();
      for (int j = 0; j < calls; j++) {
        called.add(readWho(in));
      }
      table.add(new MayTake(step, here, then, called));
    }
    return table;
  }

  private static void write(Who who, DataOutput out) throws IOException {
    out.writeInt(who.groups().size());
    for (Group group : who.groups()) {
      RoutingBytes.writeWords(group.roles().stream().map(FlowRole::name).toList(), out);
      RoutingBytes.writeWords(group.teams(), out);
      RoutingBytes.writeWords(group.topics(), out);
    }
  }

  private static Who readWho(DataInput in) throws IOException {
    List<Group> groups = new ArrayList<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      List<FlowRole> roles = RoutingBytes.readWords(in).stream().map(FlowRole::valueOf).toList();
      groups.add(new Group(roles, RoutingBytes.readWords(in), RoutingBytes.readWords(in)));
    }
    return new Who(groups);
  }
}
