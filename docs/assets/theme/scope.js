/*
 * What the theme has inline at this place, as a file, so that no page needs a policy that lets
 * inline scripts run: Material for MkDocs 9.8.1 and Zensical 0.0.73, partials/javascripts/base.html
 * (both MIT).
 */
var __md_scope = new URL(document.currentScript.dataset.scope, location);
if (!__md_scope.pathname.endsWith("/"))
  __md_scope = new URL(__md_scope.pathname + "/", location);

function __md_hash(text) {
  return [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
}

function __md_get(key, storage = localStorage, scope = __md_scope) {
  return JSON.parse(storage.getItem(scope.pathname + "." + key));
}

function __md_set(key, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch (error) {
    /* A full or forbidden storage keeps nothing. */
  }
}

document.documentElement.setAttribute("data-platform", navigator.platform);
