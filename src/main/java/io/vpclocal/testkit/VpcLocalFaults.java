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
     * A rule at work.
     *
     * @param hits how many calls it has hit
     * @param remaining how many more it will hit at most; null for any number
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

    /** A rule as it is now. @throws VpcLocalException if there is none of that id */
    public Rule get(String id) {
        return Json.read(http.get(PATH + "/" + ControlHttp.encode(id)), Rule.class);
    }

    /** The rules of all accounts. */
    public List<Rule> list() {
        return Json.readList(http.get(PATH), Rule.class);
    }

    /** Removes a rule; calls that wait because of it go on. */
    public void remove(String id) {
        http.delete(PATH + "/" + ControlHttp.encode(id));
    }

    /** Removes the rules of all accounts. */
    public void clear() {
        http.delete(PATH);
    }

    /** Removes what was added here and is still there. */
    void undo() {
        if (!added.isEmpty()) {
            list().stream().map(Rule::id).filter(added::contains).forEach(this::remove);
            added.clear();
        }
    }
}
