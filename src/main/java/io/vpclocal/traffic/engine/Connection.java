package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state that a request leaves for its answer: tracked interfaces, translations, gateways. */
final class Connection {

    /** A source address rewritten by a NAT gateway or appliance. */
    record Translation(CompiledInterface by, IpAddress source, int port) {}

    private record Admission(CompiledInterface at, GroupPolicy.Rule rule) {}

    private final List<Admission> admissions = new ArrayList<>(2);
    private @Nullable List<Translation> translations;
    /** Whether the request came in from outside through an internet gateway. */
    boolean enteredFromInternet;
    /** The private gateway through which it came in; null if it did not. */
    @Nullable
    String enteredThrough;

    /** Whether it passed a gateway that makes security groups track it. */
    boolean forcesTracking;

    /** Whether the request came in from outside, but not through this gateway. */
    boolean cameOtherwise(String gateway) {
        return enteredFromInternet || enteredThrough != null && !enteredThrough.equals(gateway);
    }

    void admit(CompiledInterface at, GroupPolicy.Rule rule) {
        admissions.add(new Admission(at, rule));
    }

    /** The rule that admitted the request at this interface, or null when it was not seen there. */
    GroupPolicy.@Nullable Rule admitted(CompiledInterface at) {
        for (int i = 0; i < admissions.size(); i++) {
            Admission admission = admissions.get(i);
            if (admission.at() == at) {
                return admission.rule();
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
