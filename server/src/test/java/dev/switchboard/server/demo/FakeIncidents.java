package dev.switchboard.server.demo;

import dev.switchboard.store.incidents.IncidentDetail;
import dev.switchboard.store.incidents.IncidentQuery;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.incidents.IncidentRow;
import dev.switchboard.store.reads.Page;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Incidents as a test says them, newest first. */
final class FakeIncidents implements IncidentReads {
  final List<IncidentRow> rows = new CopyOnWriteArrayList<>();

  @Override
  public Page<IncidentRow> incidents(IncidentQuery query) {
    return new Page<>(List.copyOf(rows), null);
  }

  @Override
  public Optional<IncidentDetail> findIncident(long id) {
    return Optional.empty();
  }

  @Override
  public Optional<IncidentRow> findByCase(long caseId) {
    return Optional.empty();
  }

  @Override
  public int countLive(@Nullable String brand) {
    return rows.size();
  }
}
