package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import plenum.job.Jobs;
import plenum.mail.MailOutbox;
import plenum.platform.HashingSlots;
import plenum.platform.SchemaReady;
import plenum.platform.ServerKey;
import plenum.platform.Settings;
import plenum.platform.SiteAddress;

/** Makes the objects that hold the rules of accounts, once, from plain Java objects. */
@ApplicationScoped
class AccountAssembly {
    void start(@Observes SchemaReady ready, Accounts accounts, Tickets tickets, SiteAddress site) {
        new FirstAdmin(accounts, tickets, site).invite();
    }

    @Produces
    @Singleton
    PasswordHasher hasher(HashingSlots slots, RandomGenerator random) {
        return new PasswordHasher(slots, random);
    }

    @Produces
    @Singleton
    Passkeys passkeys(SecondFactors factors, SiteAddress site, RandomGenerator random, InstantSource clock) {
        return new Passkeys(factors, site, random, clock);
    }

    @Produces
    @Singleton
    SignIn signIn(
            Accounts accounts,
            Sessions sessions,
            SecondFactors factors,
            Tries tries,
            PasswordHasher hasher,
            InstantSource clock) {
        return new SignIn(accounts, sessions, factors, tries, hasher, clock);
    }

    @Produces
    @Singleton
    MyAccount.Guard guard(PasswordHasher hasher, Tries tries, Settings settings, RandomGenerator random) {
        Optional<ServerKey> key =
                settings.services().accounts().secret().map(secret -> new ServerKey(secret, "totp", random));
        return new MyAccount.Guard(hasher, tries, key, random);
    }

    @Produces
    @Singleton
    SecondStep secondStep(
            Accounts accounts,
            SecondFactors factors,
            Passkeys passkeys,
            SignIn signIn,
            MyAccount.Guard guard,
            InstantSource clock) {
        return new SecondStep(accounts, factors, passkeys, signIn, guard.tries(), guard.key(), clock);
    }

    @Produces
    @Singleton
    LinkRequests linkRequests(Settings settings, Tries tries, Jobs jobs) {
        return new LinkRequests(settings.services().accounts(), tries, jobs);
    }

    @Produces
    @Singleton
    Welcome.Doors doors(Sessions sessions, Tickets tickets, Tries tries) {
        return new Welcome.Doors(sessions, tickets, tries);
    }

    @Produces
    @Singleton
    MyAccount.Post post(MailOutbox outbox, Tickets tickets, SiteAddress site) {
        return new MyAccount.Post(outbox, tickets, site);
    }

    @Produces
    @Singleton
    Welcome welcome(
            Accounts accounts,
            Welcome.Doors doors,
            SignIn signIn,
            PasswordHasher hasher,
            MyAccount.Post post,
            Settings settings,
            InstantSource clock) {
        return new Welcome(
                accounts,
                doors,
                signIn,
                hasher,
                new Welcome.Post(post.outbox(), post.site()),
                settings.services().accounts(),
                clock);
    }

    @Produces
    @Singleton
    MyAccount myAccount(
            Accounts accounts,
            Sessions sessions,
            SecondFactors factors,
            Passkeys passkeys,
            MyAccount.Guard guard,
            MyAccount.Post post,
            InstantSource clock) {
        return new MyAccount(accounts, sessions, factors, passkeys, guard, post, clock);
    }
}
