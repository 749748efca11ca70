#include "core/matching.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace broadsheet {

namespace {

constexpr std::size_t largest_exact = 64;  // ends or starts of one group

bool before(const Edge& a, const Edge& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.from != b.from) return a.from < b.from;
    return a.to < b.to;
}

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t i) {
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

void greedy(std::vector<Edge> edges, std::vector<Edge>& out) {
    std::sort(edges.begin(), edges.end(), before);
    std::vector<std::uint32_t> used_from, used_to;
    for (const auto& e : edges) {
        used_from.push_back(e.from);
        used_to.push_back(e.to);
    }
    std::sort(used_from.begin(), used_from.end());
    std::sort(used_to.begin(), used_to.end());
    used_from.erase(std::unique(used_from.begin(), used_from.end()), used_from.end());
    used_to.erase(std::unique(used_to.begin(), used_to.end()), used_to.end());
    std::vector<bool> from(used_from.size(), false), to(used_to.size(), false);
    const auto place = [](const std::vector<std::uint32_t>& v, std::uint32_t x) {
        return static_cast<std::size_t>(std::lower_bound(v.begin(), v.end(), x) - v.begin());
    };
    for (const auto& e : edges) {
        const auto f = place(used_from, e.from), t = place(used_to, e.to);
        if (from[f] || to[t]) continue;
        from[f] = to[t] = true;
        out.push_back(e);
    }
}

// The Hungarian method on a matrix in which leaving an end unmatched costs nothing.
void exact(const std::vector<Edge>& edges, std::vector<Edge>& out) {
    std::vector<std::uint32_t> rows, columns;
    for (const auto& e : edges) {
        rows.push_back(e.from);
        columns.push_back(e.to);
    }
    for (auto* v : {&rows, &columns}) {
        std::sort(v->begin(), v->end());
        v->erase(std::unique(v->begin(), v->end()), v->end());
    }
    const std::size_t n = rows.size(), m = columns.size() + n;  // a column of its own for each unmatched row
    std::vector<double> cost(n * m, 0);
    std::vector<std::size_t> edge_of(n * m, edges.size());
    for (std::size_t k = 0; k < edges.size(); ++k) {
        const auto r =
            static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), edges[k].from) - rows.begin());
        const auto c =
            static_cast<std::size_t>(std::lower_bound(columns.begin(), columns.end(), edges[k].to) - columns.begin());
        cost[r * m + c] = -static_cast<double>(edges[k].score);
        edge_of[r * m + c] = k;
    }
    std::vector<double> u(n + 1, 0), v(m + 1, 0);
    std::vector<std::size_t> match(m + 1, 0), way(m + 1, 0);
    for (std::size_t i = 1; i <= n; ++i) {
        match[0] = i;
        std::size_t j0 = 0;
        std::vector<double> least(m + 1, std::numeric_limits<double>::max());
        std::vector<bool> used(m + 1, false);
        do {
            used[j0] = true;
            const std::size_t i0 = match[j0];
            std::size_t j1 = 0;
            double delta = std::numeric_limits<double>::max();
            for (std::size_t j = 1; j <= m; ++j) {
                if (used[j]) continue;
                const double c = cost[(i0 - 1) * m + j - 1] - u[i0] - v[j];
                if (c < least[j]) {
                    least[j] = c;
                    way[j] = j0;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    j1 = j;
                }
            }
            for (std::size_t j = 0; j <= m; ++j) {
                if (used[j]) {
                    u[match[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            j0 = j1;
        } while (match[j0] != 0);
        do {
            const std::size_t j1 = way[j0];
            match[j0] = match[j1];
            j0 = j1;
        } while (j0 != 0);
    }
    for (std::size_t j = 1; j <= columns.size(); ++j) {
        if (match[j] == 0) continue;
        const auto k = edge_of[(match[j] - 1) * m + j - 1];
        if (k < edges.size()) out.push_back(edges[k]);
    }
}

}  // namespace

std::vector<Edge> best_matching(std::vector<Edge> edges, std::uint32_t nodes) {
    // Groups that share an end or a start: ends are nodes, starts are nodes behind them.
    std::vector<std::uint32_t> parent(std::size_t{nodes} * 2);
    std::iota(parent.begin(), parent.end(), 0U);
    for (const auto& e : edges) parent[root(parent, e.from)] = root(parent, e.to + nodes);
    std::sort(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) {
        const auto x = root(parent, a.from), y = root(parent, b.from);
        return x != y ? x < y : before(a, b);
    });
    std::vector<Edge> out;
    for (std::size_t begin = 0; begin < edges.size();) {
        auto end = begin;
        const auto group = root(parent, edges[begin].from);
        while (end < edges.size() && root(parent, edges[end].from) == group) ++end;
        const std::vector<Edge> part(edges.begin() + static_cast<std::ptrdiff_t>(begin),
                                     edges.begin() + static_cast<std::ptrdiff_t>(end));
        if (part.size() == 1)
            out.push_back(part.front());
        else if (part.size() <= largest_exact * 4)
            exact(part, out);
        else
            greedy(part, out);
        begin = end;
    }
    std::sort(out.begin(), out.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
    return out;
}

}  // namespace broadsheet
