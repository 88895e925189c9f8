package io.vpclocal.testkit;

import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The JUnit extension of {@link VpcLocalTest}. With {@code @ExtendWith} it uses that annotation's defaults. */
public final class VpcLocalExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(VpcLocalExtension.class);
    private static final String OF_CLASS = "session of ";
    private static final String OF_METHOD = "session of the method";

    /** Starts the emulator if it is not running yet. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Plan plan = plan(context);
        if (plan.fresh() != VpcLocalTest.Fresh.PER_METHOD
                || plan.systemProperties()
                || Fields.anyStatic(context, plan)) {
            Fields.injectStatic(context, plan, ofClass(context, plan), given(context));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Plan plan = plan(context);
        Fields.inject(context, plan, session(context, plan), given(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close(context, OF_METHOD);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (Plan.owner(context.getRequiredTestClass()).equals(context.getRequiredTestClass())) {
            close(context, ofClass(context));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return Fields.free(parameter.getParameter())
                && (parameter.isAnnotated(From.class) ? Session.givesFrom(type) : Session.gives(type, plan(context)));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return session(context, plan(context)).give(parameter.getParameter().getType(), parameter.getParameter());
    }

    /** A constructor call belongs to the method that it is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private static Plan plan(ExtensionContext context) {
        return Plan.of(context.getRequiredTestClass());
    }

    private static Session session(ExtensionContext context, Plan plan) {
        boolean own = plan.fresh() == VpcLocalTest.Fresh.PER_METHOD
                && context.getTestMethod().isPresent();
        return own ? find(context.getStore(NAMESPACE), OF_METHOD, context, plan) : ofClass(context, plan);
    }

    private static Session ofClass(ExtensionContext context, Plan plan) {
        return find(holder(context).getStore(NAMESPACE), ofClass(context), context, plan);
    }

    private static Fields.Given given(ExtensionContext context) {
        return made(holder(context).getStore(NAMESPACE), "given", Fields.Given::new, Fields.Given.class);
    }

    private static Session find(Store store, String key, ExtensionContext context, Plan plan) {
        return made(store, key, () -> new Session(plan, SpringContexts.accountOf(context)), Session.class);
    }

    /** Uses JUnit's older name of this method, because users may have JUnit 5. */
    @SuppressWarnings("deprecation")
    private static <T> T made(Store store, String key, Supplier<T> maker, Class<T> type) {
        return Objects.requireNonNull(store.getOrComputeIfAbsent(key, unused -> maker.get(), type));
    }

    private static void close(ExtensionContext context, String key) {
        Session session = context.getStore(NAMESPACE).remove(key, Session.class);
        if (session != null) {
            session.close();
        }
    }

    /** Nested classes see the stores of enclosing classes, so the key contains the class. */
    private static String ofClass(ExtensionContext context) {
        return OF_CLASS + Plan.owner(context.getRequiredTestClass()).getName();
    }

    private static ExtensionContext holder(ExtensionContext context) {
        Class<?> owner = Plan.owner(context.getRequiredTestClass());
        ExtensionContext at = context;
        while (at.getTestMethod().isPresent() || !at.getRequiredTestClass().equals(owner)) {
            at = at.getParent().orElseThrow();
        }
        return at;
    }
}
