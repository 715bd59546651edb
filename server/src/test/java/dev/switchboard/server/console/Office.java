package dev.switchboard.server.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A brand with its customers, and the colleagues who answer them, each at a browser. */
final class Office {
  private final Company company;
  private final Browser browser;
  private final int number;
  private final List<Desk> desks = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  Office(Company company, Browser browser, int number) {
    this.company = company;
    this.browser = browser;
    this.number = number;
  }

  Company company() {
    return company;
  }

  String brand() {
    return Company.BRAND + " " + number;
  }

  /** The inbox of this brand; {@code parameters} begin with an ampersand, or are empty. */
  String inbox(String parameters) {
    return "/?brand=" + URLEncoder.encode(brand(), StandardCharsets.UTF_8) + parameters;
  }

  String inbox() {
    return inbox("");
  }

  /** One of triage's lists, of this brand. */
  String triagePath(String view) {
    return "/triage/%s?brand=%s"
        .formatted(view, URLEncoder.encode(brand(), StandardCharsets.UTF_8));
  }

  /** An agent in front of one of triage's lists. */
  Seat triage(String agent, String view) {
    return seat(agent).open(triagePath(view)).live();
  }

  /** The incidents of this brand. */
  String incidents() {
    return "/incidents?brand=" + URLEncoder.encode(brand(), StandardCharsets.UTF_8);
  }

  String incident(long id) {
    return "/incidents/%d?brand=%s"
        .formatted(id, URLEncoder.encode(brand(), StandardCharsets.UTF_8));
  }

  /** Puts an incident into the store as if it had been found. */
  long keep(Trouble trouble) {
    return trouble.keep(company.jdbi());
  }

  /** The ids of all posts of this brand. */
  List<Long> posts() {
    return company.posts("@aurora" + number);
  }

  /** A browser that runs no scripts, with an agent in front of it. */
  BrowserContext withoutScripts(String agent) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1440, 900));
    context.addCookies(List.of(Screenshots.cookie(company.address(), agent)));
    return context;
  }

  String pageOf(long caseId) {
    return "/cases/%d?brand=%s"
        .formatted(caseId, URLEncoder.encode(brand(), StandardCharsets.UTF_8));
  }

  Company.Post post(String author, String text) {
    return new Company.Post(author, text).on("x:@aurora" + number).of(brand());
  }

  /** Somebody asks for help; the answer is the case. */
  long asks(String author, String text) {
    return company.caseOf(company.post(post(author, text)));
  }

  /** Somebody asked for help some minutes ago. */
  long asked(String author, String text, int minutesAgo) {
    Instant at = Instant.now().minusSeconds(minutesAgo * 60L);
    return company.caseOf(company.post(post(author, text).at(at)));
  }

  Seat seat(String agent) {
    return seat(agent, 1440, 900, ColorScheme.LIGHT);
  }

  Seat phone(String agent) {
    return seat(agent, 390, 844, ColorScheme.LIGHT);
  }

  Seat seat(String agent, int width, int height, ColorScheme scheme) {
    Desk desk = Desk.at(width, height, scheme);
    desks.add(desk);
    return seat(agent, desk.page());
  }

  /** In a browser that nobody gets afterwards: for those who change it for good. */
  Seat alone(String agent) {
    return seat(agent, stranger(1440, 900, ColorScheme.LIGHT));
  }

  private Seat seat(String agent, Page page) {
    page.context().addCookies(List.of(Screenshots.cookie(company.address(), agent)));
    return new Seat(page, company.address());
  }

  /** A browser that has not been here before. */
  Page stranger(int width, int height, ColorScheme scheme) {
    BrowserContext context = Chromium.context(width, height, scheme);
    contexts.add(context);
    Page page = context.newPage();
    Complaints.of(page, problems);
    return page;
  }

  /** Leaves the desks to others; what scripts complained about meanwhile. */
  List<String> leave() {
    desks.forEach(desk -> problems.addAll(desk.leave()));
    contexts.forEach(BrowserContext::close);
    return problems;
  }

  /** Closes what is open, in whatever state it is. */
  void close() {
    desks.forEach(Desk::close);
    contexts.forEach(BrowserContext::close);
  }
}
