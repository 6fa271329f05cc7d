package com.paloaltonetworks.cloudngfw.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service knows by itself: countries, URL categories, applications. */
public final class Catalogues {

    private static final String VERSIONS = "/v1/config/appidversions";

    private final Api api;

    Catalogues(Api api) {
        this.api = api;
    }

    /** A country that rules can name by its code. */
    public record Country(String code, @Nullable String description) {}

    /** A predefined URL category and its default action. */
    public record PredefinedCategory(String name, @Nullable String action) {}

    public List<Country> countries() {
        return all("/v1/config/countries", "CountryCodes", Country.class);
    }

    public List<PredefinedCategory> urlCategories() {
        return all("/v1/config/urlcategories", "CategoriesRunning", PredefinedCategory.class);
    }

    /** Versions of the application signatures, such as {@code 8433-6838}. */
    public List<String> appIdVersions() {
        return all(VERSIONS, "AppIdVersions", String.class);
    }

    /** Names of the applications that a version knows. */
    public List<String> applications(String version) {
        return all(VERSIONS + Api.segment(version), "Applications", String.class);
    }

    private <T> List<T> all(String path, String member, Class<T> type) {
        List<T> all = new ArrayList<>();
        api.pages(path, Params.of("MaxResults", Api.PAGE), page -> all.addAll(Api.elements(page, member, type)));
        return all;
    }
}
