package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.ConnectionListener;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Records events after their transactions have committed. */
@TestComponent
public class ConnectionLog implements ConnectionListener {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** @param consumer the account and Region of the endpoint */
    record Entry(String event, String serviceId, String serviceOwner, String endpointId, Scope consumer) {}

    List<Entry> of(String endpointId) {
        return entries.stream()
                .filter(entry -> entry.endpointId().equals(endpointId))
                .toList();
    }

    List<Entry> from(String account) {
        return entries.stream()
                .filter(entry -> entry.consumer().account().equals(account))
                .toList();
    }

    @Override
    public void connected(Link link) {
        note("Connect", link);
    }

    @Override
    public void accepted(Link link) {
        note("Accept", link);
    }

    @Override
    public void rejected(Link link) {
        note("Reject", link);
    }

    @Override
    public void deleted(Link link) {
        note("Delete", link);
    }

    private void note(String event, Link link) {
        Entry entry = new Entry(event, link.serviceId(), link.serviceOwner(), link.endpointId(), link.consumer());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                entries.add(entry);
            }
        });
    }
}
