package io.vpclocal.testkit;

import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** The state of the tests of a class or method: an account with its clients and users. */
final class Session {

    private static final Set<Class<?>> GIVEN = Set.of(
            VpcLocal.class,
            VpcLocalAccount.class,
            VpcLocalControl.class,
            URI.class,
            AwsCredentials.class,
            AwsCredentialsProvider.class,
            Region.class);

    private final Plan plan;
    private final VpcLocal emulator;
    private final VpcLocalAccount account;
    private final Map<String, VpcLocalAccount> accounts = new ConcurrentHashMap<>();
    private final Users users = new Users();
    private final Queue<SdkClient> clients = new ConcurrentLinkedQueue<>();

    /** @param account the account of a Spring context; null for the account of the plan */
    Session(Plan plan, @Nullable String account) {
        this.plan = plan;
        this.emulator = plan.emulator();
        this.account = enter(account == null ? plan.take(emulator) : emulator.account(account, plan.region()));
        if (plan.systemProperties()) {
            SystemProperties.pointTo(this.account);
        }
    }

    /** Whether a value of the type can be injected. Does not start an emulator for unsupported types. */
    static boolean gives(Class<?> type, Plan plan) {
        return GIVEN.contains(type)
                || (SdkClients.isClient(type) && plan.emulator().services().contains(SdkClients.service(type)));
    }

    /** Whether a value of the type can call from a network interface: clients of all services, and endpoints. */
    static boolean givesFrom(Class<?> type) {
        return type == URI.class || SdkClients.isClient(type);
    }

    /** @param target the parameter or field, with its annotations */
    Object give(Class<?> type, AnnotatedElement target) {
        VpcLocalAccount own = account(target);
        if (type == VpcLocal.class) {
            return emulator;
        }
        if (type == VpcLocalAccount.class) {
            return own;
        }
        if (type == VpcLocalControl.class) {
            return own.control();
        }
        From from = target.getAnnotation(From.class);
        URI endpoint = from == null ? own.endpoint() : own.from(own.caller(from.value()));
        if (type == URI.class) {
            return endpoint;
        }
        if (type == Region.class) {
            return own.region();
        }
        AsUser user = target.getAnnotation(AsUser.class);
        AwsCredentials credentials = user == null ? own.root() : users.of(own, user);
        if (type == AwsCredentials.class) {
            return credentials;
        }
        return type == AwsCredentialsProvider.class
                ? StaticCredentialsProvider.create(credentials)
                : client(type.asSubclass(SdkClient.class), endpoint, own, credentials);
    }

    void close() {
        accounts.values().forEach(used -> used.control().undo());
        clients.forEach(SdkClient::close);
        if (plan.systemProperties()) {
            SystemProperties.restore();
        }
    }

    private SdkClient client(
            Class<? extends SdkClient> type, URI endpoint, VpcLocalAccount own, AwsCredentials credentials) {
        SdkClient client = SdkClients.create(type, endpoint, own.region(), credentials);
        clients.add(client);
        return client;
    }

    private VpcLocalAccount account(AnnotatedElement target) {
        Account named = target.getAnnotation(Account.class);
        return named == null
                ? account
                : accounts.computeIfAbsent(named.value(), id -> emptied(emulator.account(id, plan.region())));
    }

    private VpcLocalAccount enter(VpcLocalAccount entered) {
        accounts.put(entered.id(), emptied(entered));
        return entered;
    }

    private VpcLocalAccount emptied(VpcLocalAccount used) {
        if (emulator.takesAgain(used.id()) && plan.fresh() != VpcLocalTest.Fresh.NEVER) {
            used.control().reset();
        }
        return used;
    }
}
