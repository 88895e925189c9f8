package io.vpclocal.control.init;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs the scripts one after the other in the background. After a failure the next script still runs. */
@Component
@Order(100)
class InitScripts implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(InitScripts.class);

    private final Path directory;
    private final ScriptRunner runner;
    private final Clock clock;
    private final List<InitRun> runs = new CopyOnWriteArrayList<>();
    private volatile boolean started;

    InitScripts(InitProperties properties, ScriptRunner runner, Clock clock) {
        this.directory = Path.of(properties.directory());
        this.runner = runner;
        this.clock = clock;
    }

    /** @param completed whether all scripts have ended, successfully or not */
    record State(boolean completed, List<InitRun> scripts) {}

    State state() {
        return new State(started && runs.stream().allMatch(InitRun::over), List.copyOf(runs));
    }

    /** After the line that says the emulator is ready. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        List<InitScript> scripts = InitScript.in(directory);
        scripts.forEach(script -> runs.add(InitRun.waiting(script)));
        started = true;
        if (!scripts.isEmpty()) {
            Thread thread = new Thread(() -> runAll(scripts), "init-scripts");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void runAll(List<InitScript> scripts) {
        for (int i = 0; i < scripts.size(); i++) {
            InitRun run = runs.get(i).running(clock.instant());
            runs.set(i, run);
            runs.set(i, run(scripts.get(i), run));
        }
    }

    private InitRun run(InitScript script, InitRun run) {
        if (script.kind() == InitScript.Kind.TERRAFORM && !ScriptRunner.installed("terraform")) {
            LOG.warn("Init script {} is skipped: terraform is not installed", script.name());
            return run.skipped("terraform is not installed", clock.instant());
        }
        LOG.info("Init script {} runs", script.name());
        String failure = failure(script);
        if (failure == null) {
            LOG.info("Init script {} succeeded", script.name());
            return run.succeeded(clock.instant());
        }
        LOG.error("Init script {} failed: {}", script.name(), failure);
        return run.failed(failure, clock.instant());
    }

    private @Nullable String failure(InitScript script) {
        try {
            return script.kind() == InitScript.Kind.SHELL ? runner.shell(script) : runner.terraform(script);
        } catch (IOException e) {
            return "cannot be run: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
