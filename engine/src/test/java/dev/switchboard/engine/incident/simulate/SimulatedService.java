package dev.switchboard.engine.incident.simulate;

import java.util.List;

/**
 * A service as its company's map shows it.
 *
 * @param dependsOn indices of services
 * @param words what the map says customers call it: some words are missing, some nobody uses
 * @param regions where it runs
 */
public record SimulatedService(
    String name, List<Integer> dependsOn, List<String> words, List<String> regions) {}
