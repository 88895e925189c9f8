package io.vpclocal.control.state;

import io.vpclocal.control.ControlMemory;
import io.vpclocal.control.StateReset;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.protocol.clock.EmulatorClock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Deletes the state, or the part that belongs to an account or a Region. */
@Service
class ResetService {

    private record Part(boolean byAccount, boolean byRegion) {}

    private final StateDatabase database;
    private final StateLock lock;
    private final StateListeners listeners;
    private final EmulatorClock clock;
    private final List<ControlMemory> memories;
    private final Map<Part, ResetPlan> plans = new ConcurrentHashMap<>();

    ResetService(
            StateDatabase database,
            StateLock lock,
            StateListeners listeners,
            EmulatorClock clock,
            List<ControlMemory> memories) {
        this.database = database;
        this.lock = lock;
        this.listeners = listeners;
        this.clock = clock;
        this.memories = memories;
    }

    /**
     * Calls never see a partial reset: running calls end first, and others wait. Global resources such as IAM users are
     * deleted only if no Region is given. A full reset also sets the clock back to the machine's time.
     *
     * @param account null for all accounts
     * @param region null for all Regions
     * @return the number of deleted rows
     */
    int reset(@Nullable String account, @Nullable String region) {
        ResetPlan plan = plans.computeIfAbsent(
                new Part(account != null, region != null),
                part -> ResetPlan.of(database.schema(), part.byAccount(), part.byRegion()));
        int rows = lock.exclusive(() -> {
            int gone = database.change(connection -> plan.run(connection, account, region));
            listeners.tell(account, region);
            memories.forEach(memory -> memory.forget(new StateReset(account, region)));
            return gone;
        });
        if (account == null && region == null) {
            clock.real();
        }
        return rows;
    }
}
