package io.vpclocal.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The fault rules of an emulator. */
public final class VpcLocalFaults {

    private static final String PATH = "/_vpclocal/faults";

    private final ControlHttp http;
    private final @Nullable String account;
    private final List<String> added = new CopyOnWriteArrayList<>();

    VpcLocalFaults(ControlHttp http, @Nullable String account) {
        this.http = http;
        this.account = account;
    }

    /**
     * An active rule.
     *
     * @param hits how many calls it has hit
     * @param remaining how many more calls it can hit; null for any number
     */
    public record Rule(String id, int hits, @Nullable Integer remaining) {}

    /** Adds a rule. */
    public Rule add(Fault fault) {
        Members members = fault.members();
        if (account != null && !members.map().containsKey("account")) {
            members = members.with("account", account);
        }
        Rule rule = Json.read(http.post(PATH, members.map()), Rule.class);
        added.add(rule.id());
        return rule;
    }

    /** The current state of a rule. @throws VpcLocalException if the rule does not exist */
    public Rule get(String id) {
        return Json.read(http.get(PATH + "/" + ControlHttp.encode(id)), Rule.class);
    }

    /** The rules of all accounts. */
    public List<Rule> list() {
        return Json.readList(http.get(PATH), Rule.class);
    }

    /** Removes a rule. Calls that wait because of it continue. */
    public void remove(String id) {
        http.delete(PATH + "/" + ControlHttp.encode(id));
    }

    /** Removes the rules of all accounts. */
    public void clear() {
        http.delete(PATH);
    }

    /** Removes the rules that this client added. */
    void undo() {
        if (!added.isEmpty()) {
            list().stream().map(Rule::id).filter(added::contains).forEach(this::remove);
            added.clear();
        }
    }
}
