package dev.switchboard.engine.incident.simulate;

import java.util.List;

/**
 * What can be seen of an incident at {@code endMinute}; its reports count from minute 0.
 *
 * @param reports in order of time, those of the incident among those that come anyway
 * @param usualPerMinute how many reports come anyway, as far as the company knows
 * @param usualReports reports of quiet days, without times: how customers talk and where they are
 */
public record SimulatedIncident(
    List<SimulatedService> services,
    List<SimulatedChange> changes,
    List<SimulatedReport> reports,
    double endMinute,
    double usualPerMinute,
    List<SimulatedReport> usualReports) {}
