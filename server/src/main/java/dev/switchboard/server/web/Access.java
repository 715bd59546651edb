package dev.switchboard.server.web;

import dev.switchboard.engine.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * What every page, call and stream needs: the one table that all of them are checked against. What
 * stands nowhere in it is refused. A test holds it against the routes that there are.
 */
public final class Access {
  private static final Need PUBLIC = new Need.Public();
  private static final Need SIGNED_IN = new Need.SignedIn();
  private static final List<Rule> RULES = new Table().rules;

  private Access() {}

  /**
   * One route.
   *
   * @param method GET also stands for HEAD
   * @param pattern as in the controller's mapping
   */
  public record Rule(String method, String pattern, Need need) {}

  private record Matched(Rule rule, FixedParts parts, PathPatternRequestMatcher path) {
    static Matched of(Rule rule) {
      return new Matched(
          rule,
          FixedParts.of(rule.pattern()),
          PathPatternRequestMatcher.pathPattern(rule.pattern()));
    }

    boolean matches(String method, HttpServletRequest request) {
      return rule.method().equals(method) && parts.mayBe(request) && path.matches(request);
    }
  }

  private static final List<Matched> MATCHED = RULES.stream().map(Matched::of).toList();

  public static List<Rule> rules() {
    return RULES;
  }

  /** What this request needs; empty if there is no such route. */
  static Optional<Need> find(HttpServletRequest request) {
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    for (Matched matched : MATCHED) {
      if (matched.matches(method, request)) {
        return Optional.of(matched.rule().need());
      }
    }
    return Optional.empty();
  }

  private static final class Table {
    private final List<Rule> rules = new ArrayList<>();

    Table() {
      open();
      pages();
      actions();
      floor();
      calls();
      customers();
      people();
      flows();
    }

    private void open() {
      get(PUBLIC, "/health", "/ready", "/openapi.json", "/error", "/assets/**");
      get(PUBLIC, "/welcome", "/sign-in", "/first/{secret}", "/link/{secret}");
      post(PUBLIC, "/welcome", "/sign-in", "/first/{secret}", "/link/{secret}");
      get(PUBLIC, "/team/{brand}", "/team/{brand}/{handle}");
      get(new Need.May(Permission.READ_METRICS), "/metrics");
    }

    private void pages() {
      Need read = new Need.May(Permission.READ);
      get(read, "/", "/cases/{id}", "/exceptions", "/incidents", "/incidents/{id}");
      get(read, "/triage/{view}", "/console/here", "/console/live", "/console/list");
      get(read, "/console/notifications");
      get(read, "/console/rows", "/console/cases/{id}", "/console/exceptions");
      get(read, "/console/cases/{id}/routing");
      get(read, "/console/incidents", "/console/incidents/{id}", "/console/triage/{view}");
      get(read, "/console/triage/{view}/cards", "/console/triage/{view}/promise");
    }

    private void actions() {
      Need read = new Need.May(Permission.READ);
      post(read, "/console/view", "/console/notifications/read", "/console/notifications/kinds");
      Need work = new Need.May(Permission.WORK_CASES);
      for (String what : List.of("claim", "heartbeat", "release", "close", "reopen", "note")) {
        post(work, "/console/cases/{id}/" + what);
      }
      post(work, "/console/cases/{id}/reply", "/console/cases/{id}/draft", "/console/next");
      get(work, "/console/cases/{id}/draft", "/console/offers");
      post(work, "/console/offers/{id}/accept", "/console/offers/{id}/decline");
      post(work, "/console/cases/{id}/take-over", "/console/cases/{id}/hand-over");
      post(work, "/console/cases/{id}/replies/{reply}/withdraw");
      Need approve = new Need.Decide();
      post(approve, "/console/cases/{id}/replies/{reply}/approve");
      post(approve, "/console/cases/{id}/replies/{reply}/send-back");
      Need judge = new Need.May(Permission.JUDGE_TRIAGE);
      post(judge, "/console/cases/{id}/set-aside", "/console/cases/{id}/undo");
      post(judge, "/console/cases/{id}/tag", "/console/triage/{view}/{id}/{act}");
      Need incidents = new Need.May(Permission.ACT_ON_INCIDENTS);
      for (String what : List.of("acknowledge", "resolve", "reopen", "confirm", "reject")) {
        post(incidents, "/console/incidents/{id}/" + what);
      }
      post(new Need.May(Permission.CLEAR_EXCEPTIONS), "/console/exceptions/{id}/clear");
    }

    private void floor() {
      Need floor = new Need.May(Permission.WATCH_FLOOR);
      get(floor, "/floor", "/console/floor");
      get(floor, "/api/v1/operations/floor", "/api/v1/operations/fairness");
    }

    private void calls() {
      Need read = new Need.May(Permission.READ);
      get(read, "/api/v1/cases", "/api/v1/cases/{id}", "/api/v1/events", "/api/v1/exceptions");
      get(read, "/api/v1/incidents", "/api/v1/incidents/{id}", "/api/v1/posts/{id}/why");
      get(read, "/api/v1/operations/flow");
      get(read, "/api/v1/offers", "/api/v1/cases/{id}/routing");
      get(read, "/api/v1/triage/posts", "/api/v1/triage/counts", "/api/v1/triage/promise");
      get(read, "/api/v1/notifications");
      post(read, "/api/v1/notifications/read");
      post(new Need.May(Permission.SEND_POSTS), "/api/v1/posts");
      post(new Need.May(Permission.TELL_CHANGES), "/api/v1/changes");
      Need work = new Need.May(Permission.WORK_CASES);
      for (String what : List.of("claim", "heartbeat", "release", "transfer", "reply", "note")) {
        post(work, "/api/v1/cases/{id}/" + what);
      }
      post(work, "/api/v1/cases/{id}/take-over", "/api/v1/replies/{id}/withdraw");
      post(work, "/api/v1/offers/{id}/accept", "/api/v1/offers/{id}/decline");
      Need approve = new Need.Decide();
      post(approve, "/api/v1/replies/{id}/approve", "/api/v1/replies/{id}/send-back");
      post(work, "/api/v1/cases/{id}/close", "/api/v1/cases/{id}/reopen");
      post(work, "/api/v1/cases/{id}/pass-on", "/console/cases/{id}/pass-on");
      post(work, "/api/v1/cases/{id}/pause", "/console/cases/{id}/pause");
      post(work, "/api/v1/cases/{id}/resume", "/console/cases/{id}/resume");
      get(work, "/api/v1/cases/{id}/draft");
      post(work, "/api/v1/cases/{id}/draft");
      post(work, "/api/v1/cases/{id}/consult");
      Need judge = new Need.May(Permission.JUDGE_TRIAGE);
      post(judge, "/api/v1/cases/{id}/set-aside");
      for (String what : List.of("set-aside", "bring-back", "thank", "tag", "audit", "undo")) {
        post(judge, "/api/v1/posts/{id}/" + what);
      }
      Need incidents = new Need.May(Permission.ACT_ON_INCIDENTS);
      for (String what : List.of("acknowledge", "resolve", "reopen", "merge", "keep-apart")) {
        post(incidents, "/api/v1/incidents/{id}/" + what);
      }
      post(incidents, "/api/v1/incidents/{id}/split", "/api/v1/incidents/{id}/undo");
      post(incidents, "/api/v1/incidents/{id}/causes/{change}/confirm");
      post(incidents, "/api/v1/incidents/{id}/causes/{change}/reject");
      post(new Need.May(Permission.CLEAR_EXCEPTIONS), "/api/v1/exceptions/{id}/clear");
    }

    private void customers() {
      Need read = new Need.May(Permission.READ);
      get(read, "/api/v1/customers", "/api/v1/customers/{id}", "/api/v1/cases/{id}/customer");
      get(read, "/console/cases/{id}/customer/search");
      Need work = new Need.May(Permission.WORK_CASES);
      for (String what : List.of("join", "part", "mute", "unmute", "spam")) {
        post(work, "/console/cases/{id}/customer/" + what);
      }
      post(work, "/api/v1/customers/{id}/join", "/api/v1/customers/{id}/undo");
      for (String what : List.of("mute", "unmute", "spam")) {
        post(work, "/api/v1/authors/{id}/" + what);
      }
      post(work, "/console/personal-data");
    }

    private void people() {
      get(SIGNED_IN, "/account", "/api/v1/sessions", "/api/v1/profile");
      post(SIGNED_IN, "/account/profile", "/api/v1/profile");
      Need brands = new Need.May(Permission.MANAGE_BRANDS);
      get(brands, "/brands", "/api/v1/brands");
      post(brands, "/brands", "/api/v1/brands");
      post(SIGNED_IN, "/sign-out", "/account/password", "/account/sessions/{id}/end");
      post(SIGNED_IN, "/api/v1/sessions/{id}/end");
      Need people = new Need.May(Permission.MANAGE_PEOPLE);
      post(people, "/people", "/api/v1/people", "/api/v1/people/import");
      get(people, "/people/import");
      post(people, "/console/people/import");
      for (String what : List.of("role", "disable", "enable", "link", "review")) {
        post(people, "/people/{id}/" + what, "/api/v1/people/{id}/" + what);
      }
      staff();
      Need keys = new Need.May(Permission.MANAGE_KEYS);
      get(keys, "/keys", "/api/v1/keys");
      post(keys, "/keys", "/keys/{id}/revoke", "/api/v1/keys", "/api/v1/keys/{id}/revoke");
      Need posts = new Need.May(Permission.SEND_POSTS);
      get(posts, "/import");
      post(posts, "/console/import");
    }

    private void flows() {
      Need read = new Need.May(Permission.READ);
      get(read, "/flows", "/flows/{name}/{version}", "/console/flows/{name}/{version}/now");
      get(read, "/api/v1/flows", "/api/v1/flows/{name}", "/api/v1/flows/{name}/{version}");
      Need write = new Need.May(Permission.MANAGE_FLOWS);
      get(write, "/flows/write");
      post(write, "/flows", "/flows/{name}/{version}/activate", "/console/flows/check");
      post(write, "/api/v1/flows", "/api/v1/flows/{name}/{version}/activate");
    }

    private void staff() {
      Need read = new Need.May(Permission.READ);
      get(read, "/people", "/people/{id}", "/people/me", "/teams", "/console/presence");
      get(read, "/api/v1/people", "/api/v1/people/{id}", "/api/v1/people/me", "/api/v1/teams");
      Need work = new Need.May(Permission.WORK_CASES);
      get(work, "/console/colleagues");
      post(work, "/console/presence");
      for (String what : List.of("presence", "knows", "opt-in", "opt-out")) {
        post(work, "/api/v1/people/me/" + what);
      }
      post(work, "/people/me/opt-in", "/people/me/opt-out", "/people/me/knows");
      Need certify = new Need.May(Permission.CERTIFY);
      for (String what : List.of("certify", "withdraw", "knows")) {
        post(certify, "/people/{id}/" + what, "/api/v1/people/{id}/" + what);
      }
      Need edit = new Need.May(Permission.EDIT_PROFILES);
      post(edit, "/people/{id}/profile", "/api/v1/people/{id}/profile");
      post(edit, "/teams", "/api/v1/teams");
      for (String what : List.of("rename", "remove")) {
        post(edit, "/teams/{id}/" + what, "/api/v1/teams/{id}/" + what);
      }
    }

    private void get(Need need, String... patterns) {
      add("GET", need, patterns);
    }

    private void post(Need need, String... patterns) {
      add("POST", need, patterns);
    }

    private void add(String method, Need need, String... patterns) {
      for (String pattern : patterns) {
        rules.add(new Rule(method, pattern, need));
      }
    }
  }
}
