package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state that a request leaves for its answer: tracked interfaces, translations, gateways. */
final class Connection {

    /** A source address rewritten by a NAT gateway or appliance. */
    record Translation(CompiledInterface by, IpAddress source, int port) {}

    private record Allowed(CompiledInterface at, GroupPolicy.Rule rule) {}

    private final List<Allowed> allowed = new ArrayList<>(2);
    private @Nullable List<Translation> translations;
    /** Whether the request came in from outside through an internet gateway. */
    boolean enteredFromInternet;
    /** Whether it passed a gateway that makes security groups track it. */
    boolean forcesTracking;

    void allow(CompiledInterface at, GroupPolicy.Rule rule) {
        allowed.add(new Allowed(at, rule));
    }

    /** The rule that allowed the request at this interface, or null if the request did not pass there. */
    GroupPolicy.@Nullable Rule allowingRule(CompiledInterface at) {
        for (int i = 0; i < allowed.size(); i++) {
            Allowed each = allowed.get(i);
            if (each.at() == at) {
                return each.rule();
            }
        }
        return null;
    }

    void translate(CompiledInterface by, IpAddress source, int port) {
        List<Translation> known = translations;
        if (known == null) {
            known = new ArrayList<>(1);
            translations = known;
        }
        known.add(new Translation(by, source, port));
    }

    @Nullable
    Translation translationAt(CompiledInterface by) {
        List<Translation> known = translations;
        if (known != null) {
            for (int i = known.size() - 1; i >= 0; i--) {
                if (known.get(i).by() == by) {
                    return known.get(i);
                }
            }
        }
        return null;
    }
}
