package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts and stops generators. They are part of the state: they continue after a restart, and a reset deletes them. */
@Service
@Transactional
public class GeneratorService {

    private final Generators generators;
    private final Ids ids;
    private final Clock clock;

    GeneratorService(Generators generators, Ids ids, Clock clock) {
        this.generators = generators;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Starts a generator at the current time of the emulator's clock; empty if the maximum is reached.
     *
     * @param most the maximum per account and Region
     */
    public Optional<Generator> start(Scope scope, GeneratorPlan plan, int most) {
        if (generators.count(scope.account(), scope.region()) >= most) {
            return Optional.empty();
        }
        return Optional.of(generators
                .save(new GeneratorEntity(scope, ids.next("gen"), clock.instant(), plan))
                .view());
    }

    /** The running generators, oldest first. */
    @Transactional(readOnly = true)
    public List<Generator> list(Scope scope) {
        return generators.findAll(scope.account(), scope.region()).stream()
                .map(GeneratorEntity::view)
                .toList();
    }

    /** Returns whether the generator existed. */
    public boolean stop(Scope scope, String id) {
        return generators.delete(scope.account(), scope.region(), id) > 0;
    }

    /** Returns the number of stopped generators. */
    public int stopAll(Scope scope) {
        return generators.deleteAll(scope.account(), scope.region());
    }
}
