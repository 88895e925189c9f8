package io.vpclocal.loadbalancer.rule;

import io.vpclocal.loadbalancer.listener.ListenerDeletionListener;
import io.vpclocal.loadbalancer.listener.ListenerEntity;
import org.springframework.stereotype.Component;

/** Deletes the rules of a listener with it. */
@Component
class RuleDeletion implements ListenerDeletionListener {

    private final Rules rules;

    RuleDeletion(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void deleting(ListenerEntity listener) {
        rules.ofListener(listener.id()).forEach(rules::delete);
    }
}
