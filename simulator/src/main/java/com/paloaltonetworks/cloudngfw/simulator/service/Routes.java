package com.paloaltonetworks.cloudngfw.simulator.service;

import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The endpoints, and who may call each. */
final class Routes {
    private static final String RULESTACKS = "/v1/config/rulestacks";
    private static final String RULESTACK = RULESTACKS + "/{rulestack}";
    private static final String FIREWALLS = "/v1/config/ngfirewalls";
    private static final String FIREWALL = FIREWALLS + "/{firewall}";

    private final List<Route> all = new ArrayList<>();

    /** An endpoint and the values of its placeholders. */
    record Match(Route route, Map<String, String> path) {}

    Routes(Backend backend, Commits commits, FirewallLife life) {
        tokens(new Tokens(backend));
        catalogues(new Catalogues(backend));
        rulestacks(new Rulestacks(backend), commits);
        rules(new Rules(backend));
        for (ObjectKind kind : ObjectKind.values()) {
            objects(RULESTACK + "/" + kind.getWords().path(), new RulestackObjects(backend, kind));
        }
        profiles(
                new ProfileEntries(backend, ProfileEntries.Kind.FILE_TYPE),
                new ProfileEntries(backend, ProfileEntries.Kind.URL_CATEGORY));
        firewalls(new Firewalls(backend, life));
        firewallChanges(new FirewallChanges(backend, life));
    }

    Optional<Match> match(String method, String path) {
        for (Route route : all) {
            Optional<Map<String, String>> values = route.match(method, path);
            if (values.isPresent()) {
                return values.map(found -> new Match(route, found));
            }
        }
        return Optional.empty();
    }

    List<Route> all() {
        return List.copyOf(all);
    }

    private void add(String method, String template, Access access, Function<Request, Reply> handler) {
        all.add(new Route(method, template, access, handler));
    }

    private void tokens(Tokens tokens) {
        add("GET", "/v1/mgmt/tokens", Access.SIGNED, tokens::describe);
        for (AdminKind kind : AdminKind.values()) {
            add("GET", "/v1/mgmt/tokens/" + kind.getPath(), Access.SIGNED, request -> tokens.buy(kind, request));
        }
        add("DELETE", "/v1/mgmt/tokens/{token}", Access.SIGNED, tokens::revoke);
        add("GET", "/v1/mgmt/subscribe", Access.ANYONE, tokens::subscriptions);
    }

    private void catalogues(Catalogues catalogues) {
        add("GET", "/v1/config/urlcategories", Access.RULESTACK_ADMINS, catalogues::urlCategories);
        add("GET", "/v1/config/countries", Access.RULESTACK_ADMINS, catalogues::countries);
        String versions = "/v1/config/appidversions";
        add("GET", versions, Access.RULESTACK_ADMINS, catalogues::appIdVersions);
        add("GET", versions + "/{version}", Access.RULESTACK_ADMINS, catalogues::appIdVersion);
        add("GET", versions + "/{version}/appids/{app}", Access.RULESTACK_ADMINS, catalogues::application);
    }

    private void rulestacks(Rulestacks rulestacks, Commits commits) {
        add("GET", RULESTACKS, Access.ANYONE, rulestacks::list);
        add("POST", RULESTACKS, Access.RULESTACK_WRITERS, rulestacks::create);
        add("GET", RULESTACK, Access.ANYONE, rulestacks::read);
        add("PUT", RULESTACK, Access.RULESTACK_WRITERS, rulestacks::update);
        add("DELETE", RULESTACK, Access.RULESTACK_WRITERS, rulestacks::delete);
        add("GET", RULESTACK + "/tags", Access.RULESTACK_ADMINS, rulestacks::listTags);
        add("POST", RULESTACK + "/tags", Access.ANYONE, rulestacks::tag);
        add("DELETE", RULESTACK + "/tags", Access.ANYONE, rulestacks::untag);
        add("POST", RULESTACK + "/commit", Access.RULESTACK_WRITERS, commits::start);
        add("GET", RULESTACK + "/commit", Access.ANYONE, commits::status);
        add("POST", RULESTACK + "/validate", Access.RULESTACK_WRITERS, commits::validate);
        add("POST", RULESTACK + "/revert", Access.RULESTACK_WRITERS, commits::revert);
    }

    private void rules(Rules rules) {
        String list = RULESTACK + "/rulelists/{rulelist}";
        add("GET", list, Access.ANYONE, rules::list);
        add("POST", list, Access.RULESTACK_WRITERS, rules::create);
        add("GET", list + "/priorities/{priority}", Access.ANYONE, rules::read);
        add("PUT", list + "/priorities/{priority}", Access.RULESTACK_WRITERS, rules::update);
        add("DELETE", list + "/priorities/{priority}", Access.RULESTACK_WRITERS, rules::delete);
    }

    private void objects(String collection, RulestackObjects objects) {
        add("GET", collection, Access.ANYONE, objects::list);
        add("POST", collection, Access.RULESTACK_WRITERS, objects::create);
        add("GET", collection + "/{name}", Access.ANYONE, objects::read);
        add("PUT", collection + "/{name}", Access.RULESTACK_WRITERS, objects::update);
        add("DELETE", collection + "/{name}", Access.RULESTACK_WRITERS, objects::delete);
    }

    private void profiles(ProfileEntries fileTypes, ProfileEntries urlCategories) {
        String types = RULESTACK + "/fileblockingprofiles/custom/filetypes";
        add("GET", types, Access.ANYONE, fileTypes::list);
        add("GET", types + "/{type}", Access.ANYONE, fileTypes::read);
        add("PUT", types + "/{type}", Access.RULESTACK_WRITERS, fileTypes::update);
        String categories = RULESTACK + "/urlfilteringprofiles/custom/urlcategories";
        add("GET", categories, Access.ANYONE, urlCategories::list);
        add("GET", categories + "/{name}", Access.ANYONE, urlCategories::read);
        add("PUT", categories + "/{name}/action", Access.RULESTACK_WRITERS, urlCategories::update);
    }

    private void firewalls(Firewalls firewalls) {
        add("GET", FIREWALLS, Access.ANYONE, firewalls::list);
        add("POST", FIREWALLS, Access.FIREWALL_ADMIN, firewalls::create);
        add("GET", FIREWALL, Access.ANYONE, firewalls::read);
        add("DELETE", FIREWALL, Access.FIREWALL_ADMIN, firewalls::delete);
        add("GET", FIREWALL + "/tags", Access.FIREWALL_OR_LOCAL_RULESTACK_ADMIN, firewalls::listTags);
        add("POST", FIREWALL + "/tags", Access.FIREWALL_ADMIN, firewalls::tag);
        add("DELETE", FIREWALL + "/tags", Access.FIREWALL_ADMIN, firewalls::untag);
        add("GET", FIREWALL + "/logprofile", Access.ANYONE, firewalls::readLogProfile);
        add("PUT", FIREWALL + "/logprofile", Access.FIREWALL_ADMIN, firewalls::updateLogProfile);
    }

    private void firewallChanges(FirewallChanges changes) {
        add("PUT", FIREWALL + "/description", Access.FIREWALL_ADMIN, changes::description);
        add("PUT", FIREWALL + "/subnets", Access.FIREWALL_ADMIN, changes::subnets);
        add("PUT", FIREWALL + "/contentversion", Access.FIREWALL_ADMIN, changes::contentVersion);
        add("PUT", FIREWALL + "/features", Access.FIREWALL_ADMIN, changes::features);
        add("PUT", FIREWALL + "/link", Access.FIREWALL_ADMIN, changes::link);
        add("DELETE", FIREWALL + "/link", Access.FIREWALL_ADMIN, changes::unlink);
        for (String method : List.of("POST", "PUT")) {
            add(method, FIREWALL + "/rulestack", Access.FIREWALL_OR_LOCAL_RULESTACK_ADMIN, changes::associateLocal);
            add(method, FIREWALL + "/globalrulestack", Access.GLOBAL_RULESTACK_ADMIN, changes::associateGlobal);
        }
        add("DELETE", FIREWALL + "/globalrulestack", Access.GLOBAL_RULESTACK_ADMIN, changes::disassociateGlobal);
    }
}
