package io.vpclocal.control.fault;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.control.ControlMemory;
import io.vpclocal.control.StateReset;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CallListener;
import io.vpclocal.protocol.Ids;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The fault rules of this node, in order of creation. They are not stored. */
@Component
@Order(10)
class FaultRules implements CallListener, ControlMemory {

    private final Ids ids;
    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

    FaultRules(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void before(Call call) {
        for (FaultRule rule : rules) {
            rule.apply(call);
        }
    }

    List<FaultRule> all() {
        return List.copyOf(rules);
    }

    FaultRule get(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ControlErrors.notFound("fault rule", id));
    }

    FaultRule add(FaultRequest request) {
        FaultRule rule = make(ids.next("fault"), request);
        rules.add(rule);
        return rule;
    }

    /** The new rule takes the old one's position and counts from zero. */
    synchronized FaultRule replace(String id, FaultRequest request) {
        FaultRule old = get(id);
        FaultRule rule = make(id, request);
        rules.set(rules.indexOf(old), rule);
        old.remove();
        return rule;
    }

    void remove(String id) {
        FaultRule rule = get(id);
        removeIf(rule::equals);
    }

    void clear() {
        removeIf(rule -> true);
    }

    @Override
    public void forget(StateReset reset) {
        removeIf(rule -> reset.covers(rule.request().account(), rule.request().region()));
    }

    private synchronized void removeIf(Predicate<FaultRule> gone) {
        rules.stream().filter(gone).forEach(FaultRule::remove);
        rules.removeIf(gone);
    }

    private FaultRule make(String id, FaultRequest request) {
        return new FaultRule(
                id, request.checked(), ByteBuffer.wrap(ids.bytes(Long.BYTES)).getLong());
    }
}
